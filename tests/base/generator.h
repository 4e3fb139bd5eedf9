/* SPDX-License-Identifier: MIT */
/* Inputs for property tests: the same ones in every run (xorshift, fixed seed). */
#ifndef TESTS_BASE_GENERATOR_H
#define TESTS_BASE_GENERATOR_H

#include <stdint.h>

struct generator {
	uint64_t state;
};

#define GENERATOR_SEED ((struct generator){0x9E3779B97F4A7C15u})

/* 0 .. below - 1 */
static inline unsigned generator_next(struct generator *generator, unsigned below)
{
	generator->state ^= generator->state << 13;
	generator->state ^= generator->state >> 7;
	generator->state ^= generator->state << 17;
	return (unsigned)((generator->state >> 20) % below);
}

#endif
