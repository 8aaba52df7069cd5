# The Debian package (`cpack` in the build folder) and the source archive (`cpack --config CPackSourceConfig.cmake`).
set(CPACK_PACKAGE_NAME jalon)
set(CPACK_PACKAGE_VENDOR jalon)
set(CPACK_PACKAGE_CONTACT "jalon maintainers <maintainers@jalon.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION "A few lines in a mail or a Markdown file, in French or English, become events and
deadlines that any calendar opens; the plan may be seen in a terminal or a browser first, and edited again at will.")
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)          # the libraries that the programs load
set(CPACK_DEBIAN_PACKAGE_DEPENDS tzdata)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "xdg-utils, libsecret-1-0")  # opens a preview; keeps passwords in the keyring

set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME jalon-${PROJECT_VERSION})
# Matched against whole paths: a build folder may lie above where the archive is put together.
set(CPACK_SOURCE_IGNORE_FILES "^${PROJECT_SOURCE_DIR}/[.]git" "^${PROJECT_SOURCE_DIR}/build"
                              "^${PROJECT_SOURCE_DIR}/tests/node_modules/" "/__pycache__/")
include(CPack)
