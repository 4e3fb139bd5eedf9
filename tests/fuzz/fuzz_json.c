/* SPDX-License-Identifier: MIT */
/*
 * Agenda files written as JSON: one reader has them and YAML, so what must hold is
 * the same. Alone because its seeds are JSON: mixed with the others the time goes
 * into indentation and block texts, which JSON has not.
 */
#include "fuzz/fuzz_agenda.c"
