#ifndef CGEOGRAPHIC_H
#define CGEOGRAPHIC_H

#ifdef __cplusplus
extern "C" {
#endif

/// A point in metres on the sheet of one UTM zone, or on a polar sheet (UPS).
typedef struct {
    /// 1 to 60, and 0 for a polar sheet.
    int zone;
    /// The letter of the latitude band, C to X without I and O; A, B, Y and Z at the poles.
    char band;
    /// Metres, with the false easting that keeps it positive.
    double easting;
    /// Metres, with the false northing of the southern hemisphere and of the poles.
    double northing;
} geographic_grid_point;

/// The point of a position on the sheet that the standard assigns to it: UTM from 80° S up to 84° N, with the wider
/// zones of Norway and Svalbard, and UPS beyond.
///
/// - Parameters:
///   - latitude: Degrees WGS 84, -90 to 90.
///   - longitude: Degrees WGS 84, -180 to 180.
///   - point: Where the answer goes.
/// - Returns: 1, or 0 when there is no such position; then nothing is written.
int geographic_grid(double latitude, double longitude, geographic_grid_point *point);

/// Room for the longest grid reference and the zero that ends it.
#define GEOGRAPHIC_GRID_REFERENCE_SIZE 16

/// The MGRS grid reference of the square metre that a position is in, without spaces: `38SMB4414084706`.
///
/// - Parameters:
///   - latitude: Degrees WGS 84, -90 to 90.
///   - longitude: Degrees WGS 84, -180 to 180.
///   - text: Room for `GEOGRAPHIC_GRID_REFERENCE_SIZE` bytes; a zero ends the text.
/// - Returns: The count of its characters, 15 in UTM and 13 at the poles, or 0 when there is no such position; then
///   nothing is written.
int geographic_grid_reference(double latitude, double longitude, char *text);

#ifdef __cplusplus
}
#endif

#endif
