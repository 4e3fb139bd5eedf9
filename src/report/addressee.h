/* SPDX-License-Identifier: MIT */
#ifndef REPORT_ADDRESSEE_H
#define REPORT_ADDRESSEE_H

/* A recommendation of the form "States should …" names who should (conventions 3.1), or
 * its chapeau ends in the name. Returns the verb that the text begins with, "should",
 * where neither does, else NULL. The chapeau is as typed, NULL where it is only the
 * name of the body that recommends. */
const char *addressee_missing(const char *chapeau, const char *text);

#endif
