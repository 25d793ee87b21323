#define _GNU_SOURCE
#include "CTerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "StandardError.h"

enum { restoration_limit = 1024, handler_stack_size = 1 << 16 };

static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
static const int end_signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
static const int wake_signals[] = {SIGWINCH, SIGTSTP, SIGCONT};
#define count_of(array) (sizeof(array) / sizeof((array)[0]))

static int input_descriptor = STDIN_FILENO, output_descriptor = STDOUT_FILENO, wake_descriptor = -1;
static struct termios saved_modes;
static struct sigaction previous_actions[NSIG];
static atomic_bool is_installed, is_taken, is_lent;
static atomic_uint requests;

// Two buffers, so that a handler never sees one half written.
static char restorations[2][restoration_limit] = {
    "\033\\\033[?2026l\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?1004l\033[?2004l"
    "\033[0m\033[?1l\033>\033[?25h\033[?1049l\r"};
static size_t restoration_counts[2];
static atomic_int current_restoration;

static void write_all(int descriptor, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(descriptor, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

void terminal_guard_set_restoration(const char *bytes, size_t count) {
    int next = 1 - atomic_load(&current_restoration);
    if (count > restoration_limit) count = restoration_limit;
    memcpy(restorations[next], bytes, count);
    restoration_counts[next] = count;
    atomic_store(&current_restoration, next);
}

bool terminal_guard_has_taken(void) { return atomic_load(&is_taken); }

bool terminal_guard_take(void) {
    struct termios raw = saved_modes;
    // Output processing stays on: a stray line of text from elsewhere then begins at the left edge.
    raw.c_iflag &= ~(tcflag_t)(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
    raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    raw.c_cflag = (raw.c_cflag & ~(tcflag_t)(CSIZE | PARENB)) | CS8;
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    atomic_store(&is_taken, true);
    while (tcsetattr(input_descriptor, TCSADRAIN, &raw) != 0) {
        if (errno == EINTR) continue;
        atomic_store(&is_taken, false);
        return false;
    }
    standard_error_collect();
    return true;
}

void terminal_guard_release(void) {
    if (!atomic_exchange(&is_taken, false)) return;
    // Setting modes from the background would stop the process before it is done.
    sigset_t background, before;
    sigemptyset(&background);
    sigaddset(&background, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &background, &before);
    int current = atomic_load(&current_restoration);
    write_all(output_descriptor, restorations[current], restoration_counts[current]);
    while (tcsetattr(input_descriptor, TCSANOW, &saved_modes) != 0 && errno == EINTR) {}
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    standard_error_give_back();
}

static void die_of(int number) {
    signal(number, SIG_DFL);
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, number);
    pthread_sigmask(SIG_UNBLOCK, &one, NULL);
    raise(number);
    _exit(128 + number);
}

static void on_crash(int number, siginfo_t *info, void *context) {
    terminal_guard_release();
    standard_error_show();
    struct sigaction *previous = &previous_actions[number];
    sigaction(number, previous, NULL);
    // The runtime's own handler prints the trace, on the normal screen now and of the true context.
    if (previous->sa_handler != SIG_DFL && previous->sa_handler != SIG_IGN) {
        if (previous->sa_flags & SA_SIGINFO) previous->sa_sigaction(number, info, context);
        else previous->sa_handler(number);
    }
    die_of(number);
}

static void on_end(int number) {
    if (atomic_load(&is_lent) && (number == SIGINT || number == SIGQUIT)) return;
    terminal_guard_release();
    standard_error_show();
    die_of(number);
}

static void on_wake(int number) {
    int before = errno;
    atomic_fetch_or(
        &requests,
        number == SIGWINCH ? TerminalGuardResized : number == SIGTSTP ? TerminalGuardStopAsked : TerminalGuardContinued
    );
    uint64_t one = 1;
    (void)!write(wake_descriptor, &one, sizeof one);
    errno = before;
}

static void install_wake_handler(int number) {
    struct sigaction action = {0};
    action.sa_handler = on_wake;
    action.sa_flags = SA_RESTART | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

bool terminal_guard_install(int input, int output) {
    if (atomic_load(&is_installed)) {
        errno = EBUSY;
        return false;
    }
    if (tcgetattr(input, &saved_modes) != 0) return false;
    // Kept open for good: whoever watched it may still be ending that when the guard is removed.
    if (wake_descriptor < 0) wake_descriptor = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (wake_descriptor < 0) return false;
    input_descriptor = input;
    output_descriptor = output;
    int current = atomic_load(&current_restoration);
    if (restoration_counts[current] == 0) restoration_counts[current] = strlen(restorations[current]);
    terminal_guard_prepare_thread();

    struct sigaction crash = {0};
    crash.sa_sigaction = on_crash;
    crash.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&crash.sa_mask);
    for (size_t i = 0; i < count_of(crash_signals); i++) {
        sigaction(crash_signals[i], &crash, &previous_actions[crash_signals[i]]);
    }
    struct sigaction end = {0};
    end.sa_handler = on_end;
    end.sa_flags = SA_RESTART | SA_ONSTACK;
    sigemptyset(&end.sa_mask);
    for (size_t i = 0; i < count_of(end_signals); i++) {
        int number = end_signals[i];
        sigaction(number, NULL, &previous_actions[number]);
        // nohup and background jobs come with signals ignored, and stay so.
        if (previous_actions[number].sa_handler != SIG_IGN) sigaction(number, &end, NULL);
    }
    for (size_t i = 0; i < count_of(wake_signals); i++) {
        sigaction(wake_signals[i], NULL, &previous_actions[wake_signals[i]]);
        install_wake_handler(wake_signals[i]);
    }
    atomic_store(&is_installed, true);
    return true;
}

void terminal_guard_set_lent(bool lent) {
    atomic_store(&is_lent, lent);
    // The other program's Ctrl-Z stops this one with it.
    if (lent) {
        signal(SIGTSTP, SIG_DFL);
        signal(SIGCONT, SIG_DFL);
    } else {
        install_wake_handler(SIGTSTP);
        install_wake_handler(SIGCONT);
    }
}

void terminal_guard_stop_job(void) {
    signal(SIGTSTP, SIG_DFL);
    signal(SIGCONT, SIG_DFL);
    // Dispatch's threads block the signal; sent to the process, it would stop it at any time later.
    sigset_t one, before;
    sigemptyset(&one);
    sigaddset(&one, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &one, &before);
    raise(SIGTSTP);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    install_wake_handler(SIGTSTP);
    install_wake_handler(SIGCONT);
}

int terminal_guard_wake_descriptor(void) { return wake_descriptor; }

unsigned terminal_guard_requests(void) {
    uint64_t count;
    (void)!read(wake_descriptor, &count, sizeof count);
    return atomic_exchange(&requests, 0);
}

static pthread_key_t stack_key;

static void drop_stack(void *memory) {
    stack_t none = {.ss_flags = SS_DISABLE};
    sigaltstack(&none, NULL);
    munmap(memory, handler_stack_size);
}

static void make_stack_key(void) { pthread_key_create(&stack_key, drop_stack); }

void terminal_guard_prepare_thread(void) {
    static _Thread_local bool is_prepared;
    if (is_prepared) return;
    is_prepared = true;
    stack_t stack;
    if (sigaltstack(NULL, &stack) != 0 || !(stack.ss_flags & SS_DISABLE)) return;
    void *memory = mmap(NULL, handler_stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return;
    stack = (stack_t){.ss_sp = memory, .ss_size = handler_stack_size};
    sigaltstack(&stack, NULL);
    // Dispatch ends threads that have nothing to do; the stack goes with them.
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_stack_key);
    pthread_setspecific(stack_key, memory);
}

void terminal_guard_remove(void) {
    terminal_guard_release();
    if (!atomic_exchange(&is_installed, false)) return;
    for (size_t i = 0; i < count_of(crash_signals); i++) {
        sigaction(crash_signals[i], &previous_actions[crash_signals[i]], NULL);
    }
    for (size_t i = 0; i < count_of(end_signals); i++) {
        sigaction(end_signals[i], &previous_actions[end_signals[i]], NULL);
    }
    for (size_t i = 0; i < count_of(wake_signals); i++) {
        sigaction(wake_signals[i], &previous_actions[wake_signals[i]], NULL);
    }
    atomic_store(&requests, 0);
    standard_error_show();
}
