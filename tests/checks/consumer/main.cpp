#include <iostream>

#include "jalon/language.h"

int main() {
  const auto language = jalon::parse_language("fr-CA");
  if (!language) return 1;
  std::cout << jalon::language_code(*language) << '\n';
}
