# gSOAP's generated code lives in the build folder only. All WSDLs go through one wsdl2h call and one soapcpp2 run, so that shared
# types exist once; stable prefixes (typemap.dat) give stable C++ names: _w21__ZoekPersonen.
set(gsoap_dir ${CMAKE_BINARY_DIR}/gsoap)
file(GLOB gsoap_contract CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/wsdl/*/v1/*.xsd ${CMAKE_SOURCE_DIR}/wsdl/*/v1/*.wsdl)
add_custom_command(
  OUTPUT ${gsoap_dir}/cvsC.cpp ${gsoap_dir}/cvsH.h ${gsoap_dir}/cvsStub.h ${gsoap_dir}/cvs.nsmap
  COMMAND ${CMAKE_SOURCE_DIR}/cmake/generate-gsoap.sh ${CMAKE_SOURCE_DIR}/wsdl ${gsoap_dir}
  DEPENDS ${gsoap_contract} ${CMAKE_SOURCE_DIR}/cmake/generate-gsoap.sh
  VERBATIM)
file(WRITE ${CMAKE_BINARY_DIR}/gsoap_namespaces.cpp.in
     "#include \"cvsH.h\"\n#include \"cvs.nsmap\"\n")
configure_file(${CMAKE_BINARY_DIR}/gsoap_namespaces.cpp.in ${gsoap_dir}/cvs_namespaces.cpp COPYONLY)
add_library(cvsgw_gsoap STATIC ${gsoap_dir}/cvsC.cpp ${gsoap_dir}/cvs_namespaces.cpp ${gsoap_dir}/cvsH.h)
# Not our code: no warnings, and -O1, since optimising it fully costs half a minute and gains nothing measurable.
target_compile_options(cvsgw_gsoap PRIVATE -w -O1)
if(CVSGW_SANITIZE MATCHES undefined)
  target_compile_options(cvsgw_gsoap PRIVATE -O0 -fno-sanitize=undefined)
endif()
target_compile_features(cvsgw_gsoap PUBLIC cxx_std_20)
target_include_directories(cvsgw_gsoap SYSTEM PUBLIC ${gsoap_dir})
target_link_libraries(cvsgw_gsoap PUBLIC PkgConfig::GSOAP)
# gSOAP's library calls what was generated: a program that needs the one gets the other, also when nothing of its own calls it.
target_link_options(cvsgw_gsoap INTERFACE -Wl,--undefined=namespaces -Wl,--undefined=soap_getelement)
set_target_properties(cvsgw_gsoap PROPERTIES CXX_CLANG_TIDY "" UNITY_BUILD OFF)
