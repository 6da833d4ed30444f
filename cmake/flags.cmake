# Compiler flags live in one INTERFACE target; every library of ours links it, generated code does not.
add_library(cvsgw_flags INTERFACE)
target_compile_features(cvsgw_flags INTERFACE cxx_std_20)
target_compile_options(cvsgw_flags INTERFACE
  -Wall -Wextra -Werror -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Wcast-qual -Woverloaded-virtual -fstack-protector-strong)
# Off on purpose: designated initialisers that name only what differs are how criteria are written; GCC 12 reports
# false dereferences inside the standard library's own headers at -O2 and with sanitizers.
target_compile_options(cvsgw_flags INTERFACE -Wno-missing-field-initializers)
target_include_directories(cvsgw_flags INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR})
if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
  target_compile_definitions(cvsgw_flags INTERFACE _FORTIFY_SOURCE=2)
endif()

set(CVSGW_SANITIZE "" CACHE STRING "Value for -fsanitize=, empty for none")
if(CVSGW_SANITIZE)
  # With its checks in between, GCC 12 takes members of an absent std::optional for uninitialised reads, and with those of threads
  # short strings for too small. The shipped build has all these warnings.
  target_compile_options(cvsgw_flags INTERFACE -Wno-maybe-uninitialized)
  if(CVSGW_SANITIZE STREQUAL "thread")
    target_compile_options(cvsgw_flags INTERFACE -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
  endif()
  add_compile_options(-fsanitize=${CVSGW_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CVSGW_SANITIZE})
endif()
option(CVSGW_FUZZ "Build the libFuzzer targets (needs clang)" OFF)
if(CVSGW_FUZZ)
  # What is an error is said by GCC, which builds what is shipped.
  target_compile_options(cvsgw_flags INTERFACE -Wno-error)
  # RapidJSON adds to a null pointer in its empty stack, which only clang's check minds.
  target_compile_options(cvsgw_flags INTERFACE -fno-sanitize=pointer-overflow)
  # The libraries too, or the fuzzer sees no coverage of what it is to explore.
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()
