#ifndef VITAE_TESTS_FUZZ_LOAD_H
#define VITAE_TESTS_FUZZ_LOAD_H

#include <stddef.h>
#include <stdint.h>

/* Loads bytes and writes what they say in every format; returns 0. Named by libFuzzer. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
