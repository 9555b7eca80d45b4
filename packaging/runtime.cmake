# What makes the program a runtime: one small executable, and the packages that CPack makes of it.
if(WIN32)
    configure_file("${CMAKE_CURRENT_LIST_DIR}/liubai.rc.in" liubai.rc @ONLY)
    enable_language(RC)
    target_sources(liubai PRIVATE "${CMAKE_BINARY_DIR}/liubai.rc")
    target_link_options(liubai PRIVATE -static)
elseif(EMSCRIPTEN)
    # Without INCOMING_MODULE_JS_API all that a page may set is there. What SDL's own scripts call is named in the list of
    # functions: Emscripten 3.1.6 does not look into them.
    target_link_options(liubai PRIVATE -fexceptions -Oz -lidbfs.js
        -sENVIRONMENT=web -sINVOKE_RUN=0 -sEXIT_RUNTIME=0 -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=96MB -sMAX_WEBGL_VERSION=2
        -sMINIFY_HTML=0 -sFORCE_FILESYSTEM=1 -sEXPORTED_RUNTIME_METHODS=FS,callMain
        "-sDEFAULT_LIBRARY_FUNCS_TO_INCLUDE=@${CMAKE_CURRENT_LIST_DIR}/web/functions.json")
    target_compile_options(liubai_options INTERFACE -fexceptions)
    return() # no packages of files
else()
    target_link_options(liubai PRIVATE -static-libstdc++ -static-libgcc)
endif()

# Beside the program in a ZIP; where Debian keeps such files in a TGZ and a DEB.
if(WIN32)
    set(program .)
    set(stock .)
else()
    set(program bin)
    set(stock share/liubai)
    install(FILES packaging/liubai.desktop DESTINATION share/applications)
    install(FILES assets/ui/icon.png DESTINATION share/icons/hicolor/256x256/apps RENAME liubai.png)
    install(FILES LICENSE DESTINATION share/doc/liubai RENAME copyright)
endif()
install(TARGETS liubai DESTINATION ${program})
install(DIRECTORY assets fonts scenes DESTINATION ${stock}
    PATTERN src EXCLUDE PATTERN "*.py" EXCLUDE PATTERN README.md EXCLUDE)
# What `liubai --licences` prints; LIBRARIES.txt is written by packaging/common.sh.
install(FILES LICENSE THIRD_PARTY.md "${CMAKE_BINARY_DIR}/LIBRARIES.txt" DESTINATION ${stock})

set(CPACK_PACKAGE_VENDOR "The authors of Liubai")
set(CPACK_PACKAGE_CONTACT "The authors of Liubai")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Room for Wonder, a visual novel in two languages")
string(TOLOWER "liubai-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}" CPACK_PACKAGE_FILE_NAME)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libc6 (>= 2.36)")
# SDL looks for these when it runs; every desktop has them.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libx11-6, libxext6, libxcursor1, libxi6, libxrandr2, libxfixes3, libxss1")
set(CPACK_DEBIAN_PACKAGE_SECTION games)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
if(WIN32)
    set(CPACK_GENERATOR ZIP)
else()
    set(CPACK_GENERATOR TGZ DEB)
endif()
include(CPack)
