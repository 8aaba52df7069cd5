# The random histories of plans and calendars: 200,000 of the release, in parts that run beside one another; fewer of a
# build for finding faults.
add_executable(jalon_walks tests/sync/walks.cpp tests/sync/walk.cpp tests/sync/memory_store.cpp)
target_include_directories(jalon_walks PRIVATE src tests)
target_link_libraries(jalon_walks PRIVATE jalon_online jalon_whole GTest::gtest_main)
set(first_seeds 1)
if(NOT JALON_SANITIZE)
  list(APPEND first_seeds 50001 100001 150001)
endif()
foreach(seed ${first_seeds})
  add_test(NAME ${JALON_TEST_PREFIX}sync/walks.from_${seed} COMMAND jalon_walks --gtest_brief=1)
  set_tests_properties(${JALON_TEST_PREFIX}sync/walks.from_${seed} PROPERTIES COST 20 ENVIRONMENT JALON_WALK_SEED=${seed})
endforeach()
