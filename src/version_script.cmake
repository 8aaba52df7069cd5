# Writes the linker's version script for the shared library: only the functions and classes of namespace jalon that the
# public headers declare are shown.  cmake -DHEADERS=FOLDER -DOUTPUT=FILE -P version_script.cmake
file(GLOB headers ${HEADERS}/*.h)
set(names)
foreach(header ${headers})
  file(READ ${header} text)
  # What begins a line stands in the namespace itself. A class that is only named ahead is nobody's business.
  string(REGEX MATCHALL "\n(class|struct) [A-Za-z_0-9]+ [{:f]" classes "${text}")
  string(REGEX MATCHALL "\n[A-Za-z][^\n(]*[ *&][A-Za-z_][A-Za-z_0-9]*\\(" functions "${text}")
  list(APPEND names ${classes} ${functions})
endforeach()
list(TRANSFORM names REPLACE " [{:f]$" "")
list(TRANSFORM names REPLACE "\\($" "")
list(TRANSFORM names REPLACE "^.*[ *&]" "")
list(SORT names)
list(REMOVE_DUPLICATES names)

# A mangled name holds each part behind its length (Itanium C++ ABI, 5.1): jalon::Zone::find is _ZN5jalon4Zone4find….
set(shown)
foreach(name ${names})
  string(LENGTH ${name} length)
  string(APPEND shown "    _ZN5jalon${length}${name}*;\n    _ZNK5jalon${length}${name}*;\n"
                      "    _ZT?N5jalon${length}${name}E;\n")
endforeach()
file(WRITE ${OUTPUT} "{\n  global:\n${shown}  local:\n    *;\n};\n")
