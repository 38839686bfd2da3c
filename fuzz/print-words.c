/* print-words.c: prints fuzz/words.dict: every name that a reader of words may be given, out of the library's own tables. */
#include <stdio.h>

#include "prap/prap.h"

enum { KINDS = 256 };

/* As -dict= has it: quotes and backslashes escaped; none of ours has any other byte that needs it. */
static void print_word(const char *name) {
    putchar('"');
    for (const char *at = name; *at != '\0'; at++) {
        if (*at == '"' || *at == '\\') putchar('\\');
        putchar(*at);
    }
    puts("\"");
}

int main(void) {
    const prap_word *word;
    const prap_contact *contact;
    const prap_computation *computation;
    puts("# Printed by fuzz/print-words.c from the vocabulary. Do not edit.");
    for (uint32_t kind = 1; kind < KINDS; kind++) {
        for (uint32_t i = 0; (word = prap_word_at(kind, i)) != NULL; i++) print_word(word->name);
    }
    for (uint32_t i = 0; (contact = prap_contact_at(i)) != NULL; i++) print_word(contact->id);
    for (uint32_t i = 1; (computation = prap_computation_by_number(i)) != NULL; i++) print_word(computation->id);
    for (uint32_t i = 0; prap_ambiguity_at(i) != NULL; i += 10) print_word(prap_ambiguity_at(i)->id);
    for (uint32_t i = 0; prap_rule_at(i) != NULL; i += 40) print_word(prap_rule_at(i)->id);
    return 0;
}
