// Introduces the room of synchronisation to iCalendar.
#pragma once

#include "sync/bodies.h"

namespace jalon {

const Bodies& calendar_bodies();

}  // namespace jalon
