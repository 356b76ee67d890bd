#pragma once

// renameat2, which the C library shows only to those who ask for more than the standard, as a plain function.
#include <fcntl.h>
#include <sys/syscall.h>

extern long syscall(long number, ...);

// Puts each of two files or folders in the place of the other, at once. 0, or -1 with errno.
static inline int exchange_paths(const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 1u << 1);
}

// Moves a file or folder to a place where nothing is. 0, or -1 with errno.
static inline int move_to_free_path(const char *from, const char *to) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 1u << 0);
}
