// What one end of a range says of the other: «3 au 5 décembre», "2 to 4pm".
#pragma once

#include "text/date_tree.h"

namespace jalon {

// Makes the number of a point, which stands alone, an hour.
void take_as_hour(Point& point);

// Says what numbers alone mean: days beside a date, hours beside a time; false where nothing tells.
bool settle_ends(DateTree& tree, Point& first, Point& second);

// Gives each end the month, the year or the day that only the other says.
void share_dates(DateTree& tree, Point& first, Point& second);

// Days, without hours; or hours, without days.
bool are_days(const Point& first, const Point& second);
bool are_hours(const Point& first, const Point& second);

}  // namespace jalon
