# The contract of stores, whole runs of the tool, runs with faults, and other clients, on each real server that
# tests/servers/servers.py starts; with the release only, as a server is what takes the time.
if(JALON_SANITIZE)
  return()
endif()
add_executable(jalon_server_tests tests/servers/contract_on_server.cpp tests/servers/real_server.cpp
                                  tests/servers/store_contract.cpp)
target_include_directories(jalon_server_tests PRIVATE src tests)
target_link_libraries(jalon_server_tests PRIVATE jalon_online GTest::gtest_main)
foreach(server radicale xandikos)
  set(start /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/servers.py ${server})
  add_test(NAME ${JALON_TEST_PREFIX}servers/contract.${server} COMMAND ${start} $<TARGET_FILE:jalon_server_tests> --gtest_brief=1)
  foreach(script end_to_end faults clients)
    add_test(NAME ${JALON_TEST_PREFIX}servers/${script}.${server}
             COMMAND ${start} /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/${script}.py)
  endforeach()
  foreach(kind contract end_to_end faults clients)
    set_tests_properties(${JALON_TEST_PREFIX}servers/${kind}.${server} PROPERTIES COST 100
                         ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1;JALON=$<TARGET_FILE:jalon>")
  endforeach()
endforeach()
add_test(NAME ${JALON_TEST_PREFIX}servers/ends COMMAND /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/ends_test.py)
set_tests_properties(${JALON_TEST_PREFIX}servers/ends PROPERTIES ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1")
# What is special about watching is the tool's part: one server is enough.
add_test(NAME ${JALON_TEST_PREFIX}servers/watch.radicale
         COMMAND /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/servers.py radicale
                 /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/watch.py)
set_tests_properties(${JALON_TEST_PREFIX}servers/watch.radicale PROPERTIES COST 100
                     ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1;JALON=$<TARGET_FILE:jalon>")
