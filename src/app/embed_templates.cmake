# Makes a C++ source of the plans in src/app/templates, so that the program needs none of them beside it.
# Usage: cmake -DTEMPLATES=src/app/templates -DOUTPUT=plan_templates.cpp -P src/app/embed_templates.cmake
set(source "// Made by src/app/embed_templates.cmake.\n#include \"app/plan_template.h\"\n\nnamespace jalon {\n\n")
string(APPEND source "std::string_view template_text(PlanTemplate name, Language language) {\n")
string(APPEND source "  static constexpr std::string_view texts[][language_count] = {\n")
foreach(name year-end project weekly)
  file(READ ${TEMPLATES}/${name}.fr.md french)
  file(READ ${TEMPLATES}/${name}.en.md english)
  string(APPEND source "{R\"plan(${french})plan\",\nR\"plan(${english})plan\"},\n")
endforeach()
string(APPEND source "  };\n  return texts[static_cast<std::size_t>(name)][static_cast<std::size_t>(language)];\n}\n\n}  // namespace jalon\n")
file(WRITE ${OUTPUT} "${source}")
