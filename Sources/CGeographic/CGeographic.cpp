#include "CGeographic.h"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>

#include <cstring>
#include <string>

namespace {

struct Sheet {
    int zone;
    bool isNorthern;
    double easting;
    double northing;
};

// The library takes a minus zero for the southern hemisphere, where the equator is 10,000 km north of the origin.
double withoutMinusZero(double degrees) { return degrees == 0 ? 0 : degrees; }

Sheet sheet(double latitude, double longitude) {
    Sheet sheet;
    GeographicLib::UTMUPS::Forward(
        latitude, longitude, sheet.zone, sheet.isNorthern, sheet.easting, sheet.northing);
    return sheet;
}

std::string reference(const Sheet &sheet, double latitude, int precision) {
    std::string text;
    GeographicLib::MGRS::Forward(
        sheet.zone, sheet.isNorthern, sheet.easting, sheet.northing, latitude, precision, text);
    return text;
}

} // namespace

int geographic_grid(double latitude, double longitude, geographic_grid_point *point) {
    try {
        latitude = withoutMinusZero(latitude);
        const Sheet found = sheet(latitude, longitude);
        if (found.zone < GeographicLib::UTMUPS::MINZONE) return 0;
        const std::string designation = reference(found, latitude, -1);
        *point = {found.zone, designation.back(), found.easting, found.northing};
        return 1;
    } catch (...) {
        return 0;
    }
}

int geographic_grid_reference(double latitude, double longitude, char *text) {
    try {
        latitude = withoutMinusZero(latitude);
        const Sheet found = sheet(latitude, longitude);
        if (found.zone < GeographicLib::UTMUPS::MINZONE) return 0;
        const std::string square = reference(found, latitude, 5);
        if (square.size() >= GEOGRAPHIC_GRID_REFERENCE_SIZE) return 0;
        std::memcpy(text, square.c_str(), square.size() + 1);
        return static_cast<int>(square.size());
    } catch (...) {
        return 0;
    }
}
