/* A bad disk, put between a program and the system (LD_PRELOAD).
 *
 * It watches the calls that read or change files under one folder, or those that write the answer. They are counted; at a chosen one
 * something goes wrong. What is not watched goes on as always. For 64-bit Linux; used by tests/faults alone.
 *
 *   FAULT_UNDER    watch the files, and the folders, whose path begins with this; or "answer": watch standard output instead
 *   FAULT_LOG      write one line in this file for each call: its class, its name and the file
 *                  classes: r reads, c changes, s syncs
 *   FAULT_AT       what goes wrong, goes wrong at the call with this number (the first is 1)
 *   FAULT_LASTING  when set, also at every later call
 *   FAULT_KIND     eio     the call fails, and nothing of it is done
 *                  enospc  the same for a call that changes or syncs, as when the disk is full
 *                  edquot  the same, as when the user may store no more
 *                  short   a write does half of what was asked and says so; lasting: then the disk is full
 *                  kill    the program is killed (SIGKILL) just before the call
 *   FAULT_DISK     a folder that shows what a power cut could not take away, kept up to date at each sync, across programs:
 *                  file-N    the bytes of the file with inode N when it was last synced
 *                  folder-N  the entries of the folder with inode N when it was last synced, a line "inode name" for each
 *                  held-N    another name of inode N, made before it is unlinked, so that its number is not used again
 *   FAULT_LIES     when set, a sync says that all is well and does nothing: a disk that lies
 *   FAULT_RENAME   when set, every renameat2 fails with EIO. The program makes this call without the C library, so it is not counted.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum class { READS = 'r', CHANGES = 'c', SYNCS = 's' };
enum verdict { GO_ON, FAILS, HALF };

static const char *under, *kind, *disk, *log_path;
static long chosen, calls;
static int lasting, lies;

/* ---- Before main ---- */

static void forbid_renames(void) {
  struct sock_filter steps[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_renameat2, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EIO),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog filter = {sizeof steps / sizeof *steps, steps};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter)) _exit(99);
}

__attribute__((constructor)) static void read_the_plan(void) {
  const char *at = getenv("FAULT_AT");
  chosen = at ? atol(at) : 0;
  under = getenv("FAULT_UNDER");
  kind = getenv("FAULT_KIND") ? getenv("FAULT_KIND") : "";
  disk = getenv("FAULT_DISK");
  log_path = getenv("FAULT_LOG");
  lasting = getenv("FAULT_LASTING") != NULL;
  lies = getenv("FAULT_LIES") != NULL;
  if (getenv("FAULT_RENAME")) forbid_renames();
}

/* ---- Which calls are watched, and what becomes of them ---- */

static int answers(void) { return under && !strcmp(under, "answer"); }

static int watched(const char *path) { return under && !answers() && !strncmp(path, under, strlen(under)); }

/* Whether the open file is watched; its path is put in `path`. */
static int watched_open(int fd, char path[PATH_MAX]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = under && !answers() ? readlink(link, path, PATH_MAX - 1) : -1;
  if (length < 0) return 0;
  path[length] = 0;
  return watched(path);
}

static void note(enum class class, const char *name, const char *path) {
  char line[PATH_MAX + 64];
  int length = snprintf(line, sizeof line, "%c %s %s\n", class, name, path);
  int fd = log_path ? (int)syscall(SYS_openat, AT_FDCWD, log_path, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
  if (fd < 0) return;
  syscall(SYS_write, fd, line, length);
  syscall(SYS_close, fd);
}

static enum verdict fails_with(int error) {
  errno = error;
  return FAILS;
}

/* A watched call is about to be made. */
static enum verdict meet(enum class class, const char *name, const char *path) {
  long number = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
  note(class, name, path);
  if (!chosen || number < chosen || (number > chosen && !lasting)) return GO_ON;
  if (!strcmp(kind, "kill")) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  if (!strcmp(kind, "eio")) return fails_with(EIO);
  if (class == READS) return GO_ON;
  if (!strcmp(kind, "enospc")) return fails_with(ENOSPC);
  if (!strcmp(kind, "edquot")) return fails_with(EDQUOT);
  if (!strcmp(kind, "short")) return number == chosen ? HALF : fails_with(ENOSPC);
  return GO_ON;
}

/* The same for a call on an open file. */
static enum verdict meet_open(enum class class, const char *name, int fd) {
  char path[PATH_MAX];
  return watched_open(fd, path) ? meet(class, name, path) : GO_ON;
}

static enum verdict meet_written(const char *name, int fd) {
  return answers() && fd == STDOUT_FILENO ? meet(CHANGES, name, "answer") : meet_open(CHANGES, name, fd);
}

/* Of a write that is to be short; one byte cannot be halved. */
static size_t half_of(size_t length) { return length > 1 ? length / 2 : length; }

/* ---- What a power cut could not take away ---- */

static void keep_entries(int fd, FILE *kept) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  DIR *folder = opendir(link);
  for (struct dirent *entry; folder && (entry = readdir(folder));)
    if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
      fprintf(kept, "%lu %s\n", (unsigned long)entry->d_ino, entry->d_name);
  if (folder) closedir(folder);
}

static void keep_bytes(int fd, FILE *kept) {
  char link[64], bytes[1 << 16];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  /* Opened once more: this may be open for writing alone. */
  FILE *synced = fopen(link, "r");
  if (!synced) _exit(98);
  for (size_t length; (length = fread(bytes, 1, sizeof bytes, synced)) > 0;) fwrite(bytes, 1, length, kept);
  fclose(synced);
}

/* What this open file or folder holds now is on the disk. */
static void keep(int fd) {
  struct stat about;
  char name[PATH_MAX];
  if (!disk || fstat(fd, &about)) return;
  int is_folder = S_ISDIR(about.st_mode);
  snprintf(name, sizeof name, "%s/%s-%lu", disk, is_folder ? "folder" : "file", (unsigned long)about.st_ino);
  FILE *kept = fopen(name, "w");
  if (!kept) _exit(98);
  if (is_folder) keep_entries(fd, kept);
  else keep_bytes(fd, kept);
  fclose(kept);
}

static void hold(const char *path) {
  struct stat about;
  char name[PATH_MAX];
  if (!disk || lstat(path, &about)) return;
  snprintf(name, sizeof name, "%s/held-%lu", disk, (unsigned long)about.st_ino);
  link(path, name);
}

/* ---- The calls ---- */

static int opens(const char *path, int flags, mode_t mode) {
  if (watched(path) && meet(flags & O_CREAT ? CHANGES : READS, "open", path) == FAILS) return -1;
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

static mode_t mode_in(int flags, va_list more) { return flags & (O_CREAT | O_TMPFILE) ? (mode_t)va_arg(more, int) : 0; }

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = mode_in(flags, more);
  va_end(more);
  return opens(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = mode_in(flags, more);
  va_end(more);
  return opens(path, flags, mode);
}

int mkdir(const char *path, mode_t mode) {
  if (watched(path) && meet(CHANGES, "mkdir", path) == FAILS) return -1;
  return (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int unlink(const char *path) {
  if (watched(path)) {
    if (meet(CHANGES, "unlink", path) == FAILS) return -1;
    hold(path);
  }
  return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

ssize_t read(int fd, void *bytes, size_t length) {
  if (meet_open(READS, "read", fd) == FAILS) return -1;
  return syscall(SYS_read, fd, bytes, length);
}

ssize_t pread64(int fd, void *bytes, size_t length, off64_t at) {
  if (meet_open(READS, "pread", fd) == FAILS) return -1;
  return syscall(SYS_pread64, fd, bytes, length, at);
}

void *mmap64(void *at, size_t length, int protection, int flags, int fd, off64_t from) {
  if (fd >= 0 && meet_open(READS, "mmap", fd) == FAILS) return MAP_FAILED;
  return (void *)syscall(SYS_mmap, at, length, protection, flags, fd, from);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  enum verdict verdict = meet_written("write", fd);
  if (verdict == FAILS) return -1;
  return syscall(SYS_write, fd, bytes, verdict == HALF ? half_of(length) : length);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  enum verdict verdict = meet_written("writev", fd);
  if (verdict == FAILS) return -1;
  if (verdict == HALF && count > 0) return syscall(SYS_write, fd, parts->iov_base, half_of(parts->iov_len));
  return syscall(SYS_writev, fd, parts, count);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
  enum verdict verdict = meet_open(CHANGES, "pwrite", fd);
  if (verdict == FAILS) return -1;
  return syscall(SYS_pwrite64, fd, bytes, verdict == HALF ? half_of(length) : length, at);
}

int ftruncate64(int fd, off64_t length) {
  if (meet_open(CHANGES, "ftruncate", fd) == FAILS) return -1;
  return (int)syscall(SYS_ftruncate, fd, length);
}

static int syncs(const char *name, long number, int fd) {
  char path[PATH_MAX];
  if (!watched_open(fd, path)) return (int)syscall(number, fd);
  if (meet(SYNCS, name, path) == FAILS) return -1;
  if (lies) return 0;
  /* In the tests the disk is one of memory: what a sync does is to be kept. */
  keep(fd);
  return disk ? 0 : (int)syscall(number, fd);
}

int fsync(int fd) { return syncs("fsync", SYS_fsync, fd); }

int fdatasync(int fd) { return syncs("fdatasync", SYS_fdatasync, fd); }
