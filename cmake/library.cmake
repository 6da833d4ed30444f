# cvsgw_library(name DEPS a b ...): one static library per folder. Sources are found by name: *_test.cpp become one
# test program of the folder, *_fuzz.cpp become fuzz targets, all others the library. A test program is one entry of ctest: a thousand
# processes would cost more than their tests, and suites share what is costly to make (a population). Its output says what failed.
#
# CVSGW_UNITY: the compiler reads the sources of one folder together, a dozen at a time, which takes a third of the time: most of what a
# source costs is the headers it shares with its neighbours. A name in an anonymous namespace is therefore used once in a folder. The
# `dev` preset compiles each source by itself: that is quicker after a change, and finds a source that lacks an include of its own.
#
# CVSGW_UNIT_TESTS is off in the shipped build: that one is tested from outside, the rooms in the builds with sanitizers.
option(CVSGW_UNIT_TESTS "Build the tests that lie beside the sources" ON)
option(CVSGW_UNITY "Compile the sources of a folder together" OFF)

function(cvsgw_together target)
  if(NOT CVSGW_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # To GCC a unit of several sources has types with members of "another file".
  target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
  foreach(source ${ARGN})
    cmake_path(GET source PARENT_PATH folder)
    file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${folder})
    string(MAKE_C_IDENTIFIER "${folder}" folder)
    list(APPEND folder_${folder} ${source})
    list(LENGTH folder_${folder} count)
    math(EXPR batch "(${count} - 1) / 12")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP "${folder}_${batch}")
  endforeach()
endfunction()

function(cvsgw_library name)
  cmake_parse_arguments(ARG "" "" "DEPS;TEST_DEPS" ${ARGN})
  file(GLOB_RECURSE all CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  set(sources ${all})
  list(FILTER sources EXCLUDE REGEX "_(test|fuzz)\\.cpp$")
  set(tests ${all})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  set(fuzzers ${all})
  list(FILTER fuzzers INCLUDE REGEX "_fuzz\\.cpp$")
  if(sources)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC cvsgw_flags ${ARG_DEPS})
    cvsgw_together(${name} ${sources})
    if(CVSGW_FUZZ)
      target_compile_options(${name} PRIVATE -fsanitize=fuzzer-no-link)  # else the fuzzer cannot see its coverage
    endif()
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE cvsgw_flags ${ARG_DEPS})
  endif()
  if(tests AND CVSGW_UNIT_TESTS AND NOT CVSGW_FUZZ)
    add_executable(${name}_tests ${tests})
    target_link_libraries(${name}_tests PRIVATE ${name} ${ARG_TEST_DEPS} GTest::gmock GTest::gtest_main)
    # What is tested keeps the build's optimisation; optimising the tests themselves doubles what they cost to build.
    target_compile_options(${name}_tests PRIVATE -O0 -U_FORTIFY_SOURCE)
    if(CVSGW_SANITIZE MATCHES undefined)
      # In the tests' own code; these three are a quarter of what it costs to compile.
      target_compile_options(${name}_tests PRIVATE -fno-sanitize=null,alignment,vptr)
    endif()
    cvsgw_together(${name}_tests ${tests})
    add_test(NAME ${name} COMMAND ${name}_tests)
    set_tests_properties(${name} PROPERTIES TIMEOUT 600)
  endif()
  if(CVSGW_FUZZ)
    foreach(fuzzer ${fuzzers})
      get_filename_component(stem ${fuzzer} NAME_WE)
      add_executable(${stem} ${fuzzer})
      target_compile_options(${stem} PRIVATE -fsanitize=fuzzer)
      target_link_options(${stem} PRIVATE -fsanitize=fuzzer)
      target_link_libraries(${stem} PRIVATE ${name})
    endforeach()
  endif()
endfunction()
