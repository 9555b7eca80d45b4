# cmake -DINPUT=font.ttf -DOUTPUT=message_font.cpp -P embed_font.cmake
file(READ "${INPUT}" hex HEX)
string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
file(WRITE "${OUTPUT}" "#include \"render/message_font.h\"

namespace liubai {

const unsigned char kMessageFont[] = {
${bytes}
};
const std::size_t kMessageFontSize = sizeof kMessageFont;

} // namespace liubai
")
