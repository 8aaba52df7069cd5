# Programs that the scripts of tests/ical run: they write what other people's parsers then read.
add_executable(vtimezone_writer ${CMAKE_CURRENT_LIST_DIR}/vtimezone_writer.cpp)
target_include_directories(vtimezone_writer PRIVATE src)
target_link_libraries(vtimezone_writer PRIVATE libjalon)
