# Programs that the scripts of tests/ical run: they write what other people's parsers then read.
add_executable(vtimezone_writer ${CMAKE_CURRENT_LIST_DIR}/vtimezone_writer.cpp)
add_executable(sample_writer ${CMAKE_CURRENT_LIST_DIR}/sample_writer.cpp ${CMAKE_CURRENT_LIST_DIR}/samples.cpp)
add_executable(libical_reader ${CMAKE_CURRENT_LIST_DIR}/libical_reader.cpp)
add_executable(libical_zones ${CMAKE_CURRENT_LIST_DIR}/libical_zones.cpp)
foreach(program vtimezone_writer sample_writer libical_reader libical_zones)
  target_include_directories(${program} PRIVATE src tests)
  target_link_libraries(${program} PRIVATE jalon_whole nlohmann_json::nlohmann_json PkgConfig::ICAL)
endforeach()
