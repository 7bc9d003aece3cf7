/*
 * The file that someone who has no résumé yet begins with.
 */
#ifndef VITAE_NEW_H
#define VITAE_NEW_H

/*
 * Writes it to a file that must not be there, "-" for standard output, NULL for resume.yaml; says
 * so on stderr. Returns the exit status.
 */
int new_write(const char *file);

#endif
