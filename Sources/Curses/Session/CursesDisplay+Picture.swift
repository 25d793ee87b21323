import CTerminalGuard
package import TerminalUI

extension CursesDisplay {
    package func show(_ picture: Picture?) {
        guard wantedPicture != picture else { return }
        wantedPicture = picture
        painter.setScrolling(picture == nil)
    }

    /// Takes away what the terminal shows and is not wanted any more.
    func removeOldPicture() {
        guard let shown = shownPicture, shown != wantedPicture else { return }
        frame += shown.removal
        shownPicture = nil
        // Where it was there is something that ncurses does not know of.
        painter.forget()
    }

    /// Draws the picture where the frame does not have it yet, or not any more.
    ///
    /// - Parameter start: where in the frame the cells begin.
    func drawPicture(over start: Int) {
        guard let wanted = wantedPicture else { return }
        let isTouched = frame.count > start && painter.mayHaveTouched(wanted.rect, in: frame[start...])
        guard shownPicture == nil || isTouched else { return }
        painter.draw(wanted, into: &frame)
        shownPicture = wanted
    }

    /// Takes graphics away before somebody else has the terminal; the next frame shows them again.
    func forgetPicture() {
        if let removal = shownPicture?.removal, !removal.isEmpty, terminal_guard_has_taken(), !isClosed {
            write(removal)
        }
        shownPicture = nil
    }
}
