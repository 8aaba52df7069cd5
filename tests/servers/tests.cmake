# The contract of stores, whole runs of the tool, runs with faults, other clients, and TLS with HTTP/2, on each real server
# that tests/servers/servers.py starts; with the release only, as a server is what takes the time.
if(JALON_SANITIZE)
  return()
endif()
add_executable(jalon_server_tests tests/servers/contract_on_server.cpp tests/servers/real_server.cpp
                                  tests/servers/store_contract.cpp)
target_include_directories(jalon_server_tests PRIVATE src tests)
target_link_libraries(jalon_server_tests PRIVATE jalon_online GTest::gtest_main)
add_executable(jalon_runner tests/servers/runner.cpp)
target_link_libraries(jalon_runner PRIVATE jalon_online nlohmann_json::nlohmann_json)
function(add_server_test kind server)
  set(name ${JALON_TEST_PREFIX}servers/${kind}.${server})
  add_test(NAME ${name} COMMAND /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/servers.py ${server} ${ARGN})
  set_tests_properties(${name} PROPERTIES COST 100 ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1;JALON=$<TARGET_FILE:jalon>")
endfunction()
foreach(server radicale xandikos davical cyrus sogo)
  add_server_test(contract ${server} $<TARGET_FILE:jalon_server_tests> --gtest_brief=1)
  add_server_test(end_to_end ${server} /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/end_to_end.py)
endforeach()
foreach(server radicale xandikos)
  add_server_test(clients ${server} /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/clients.py)
  foreach(seed 1 126 251 376)  # 1,000 histories in all, in parts that run beside one another
    add_server_test(faults_from_${seed} ${server} /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/faults.py)
    set_tests_properties(${JALON_TEST_PREFIX}servers/faults_from_${seed}.${server} PROPERTIES ENVIRONMENT
      "PYTHONDONTWRITEBYTECODE=1;JALON_RUNNER=$<TARGET_FILE:jalon_runner>;JALON_SEED=${seed};JALON_FAULTS=125")
  endforeach()
endforeach()
add_server_test(credentials radicale /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/credentials.py)
add_server_test(kills cyrus /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/kills.py)
set_tests_properties(${JALON_TEST_PREFIX}servers/kills.cyrus PROPERTIES ENVIRONMENT
  "PYTHONDONTWRITEBYTECODE=1;JALON_RUNNER=$<TARGET_FILE:jalon_runner>")
add_server_test(tls radicale+tls /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/tls.py)
add_test(NAME ${JALON_TEST_PREFIX}servers/ends COMMAND /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/ends.py)
set_tests_properties(${JALON_TEST_PREFIX}servers/ends PROPERTIES ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1")
# What is special about watching is the tool's part: one server is enough.
add_test(NAME ${JALON_TEST_PREFIX}servers/watch.radicale
         COMMAND /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/servers.py radicale
                 /usr/bin/python3 ${PROJECT_SOURCE_DIR}/tests/servers/watch.py)
set_tests_properties(${JALON_TEST_PREFIX}servers/watch.radicale PROPERTIES COST 100
                     ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1;JALON=$<TARGET_FILE:jalon>")
