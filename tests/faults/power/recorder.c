/* Writes down, in order, everything a process does to files below one folder; preloaded.

   It sleeps until recorder_start. The log is a row of records (struct record, then the bytes of
   `one` and of `two`), each put at its end by a single write. It can also count such calls, and
   kill the process at the n-th of them: before it, or in the middle of what it writes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 4096
#define EXPORT __attribute__((visibility("default")))
#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

enum { MARK, OPEN, WRITE, TRUNCATE, SYNC, RENAME, UNLINK, MKDIR, RMDIR, LINK, CLOSE, STRANGE };

struct record { uint32_t kind, fd; uint64_t number, one, two; };

static char root[4096];
static size_t root_length;
static unsigned char watched[FILES];
static int log_fd = -1;
static long calls, kill_at, kill_within;

static void note(int kind, int fd, uint64_t number, struct iovec one, struct iovec two)
{
    struct record head = { (uint32_t)kind, (uint32_t)fd, number, one.iov_len, two.iov_len };
    struct iovec parts[3] = { { &head, sizeof head }, one, two };
    if (log_fd >= 0) syscall(SYS_writev, log_fd, parts, 3);
}

static struct iovec text(const char *value)
{
    return (struct iovec){ (void *)value, value ? strlen(value) : 0 };
}

#define NOTHING ((struct iovec){ 0, 0 })

EXPORT int recorder_start(const char *folder, const char *log)
{
    root_length = (size_t)snprintf(root, sizeof root, "%s/", folder);
    log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
    return log_fd;
}

EXPORT void recorder_mark(const char *words) { note(MARK, 0, 0, text(words), NOTHING); }

/* Counts calls below a folder from now on; dies at the n-th (never for 0), or within a write. */
EXPORT void recorder_count(const char *folder, long at, int within)
{
    root_length = (size_t)snprintf(root, sizeof root, "%s/", folder);
    calls = 0, kill_at = at, kill_within = within;
}

EXPORT long recorder_calls(void) { return calls; }

static int below(const char *path) { return root_length && !strncmp(path, root, root_length); }

static int ours(int fd) { return fd >= 0 && fd < FILES && watched[fd]; }

/* Counts a call; whether the process is to die inside it. */
static int counted(int can_be_within)
{
    if (++calls != kill_at) return 0;
    if (can_be_within && kill_within) return 1;
    kill(getpid(), SIGKILL);
    return 0;
}

static void die_within(int fd, const void *data, size_t count, off_t from)
{
    if (from < 0) syscall(SYS_write, fd, data, count / 2);
    else syscall(SYS_pwrite64, fd, data, count / 2, from);
    kill(getpid(), SIGKILL);
}

/* The whole path of what a call names; of relative ones too. */
static const char *whole(int folder, const char *path, char *into)
{
    char link[64], base[4096];
    if (!root_length || path[0] == '/') return path;
    snprintf(link, sizeof link, folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", folder);
    ssize_t size = readlink(link, base, sizeof base - 1);
    if (size < 0) return path;
    snprintf(into, 8192, "%.*s/%s", (int)size, base, path);
    return into;
}

static int opening(int folder, const char *path, int flags)
{
    char into[8192];
    int here = below(whole(folder, path, into)) && (flags & (O_CREAT | O_TRUNC));
    if (here) counted(0);
    return here;
}

static int opened(int fd, int folder, const char *path, int flags)
{
    char into[8192];
    const char *name = whole(folder, path, into);
    if (fd < 0 || fd >= FILES) return fd;
    watched[fd] = (unsigned char)below(name);
    if (watched[fd]) note(OPEN, fd, (uint64_t)flags, text(name + root_length), NOTHING);
    return fd;
}

static mode_t mode_of(int flags, va_list list)
{
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
}

#define OPENING(name) \
    EXPORT int name(const char *path, int flags, ...) \
    { \
        REAL(name); \
        va_list list; \
        va_start(list, flags); \
        mode_t mode = mode_of(flags, list); \
        va_end(list); \
        opening(AT_FDCWD, path, flags); \
        return opened(real(path, flags, mode), AT_FDCWD, path, flags); \
    }

#define OPENING_AT(name) \
    EXPORT int name(int folder, const char *path, int flags, ...) \
    { \
        REAL(name); \
        va_list list; \
        va_start(list, flags); \
        mode_t mode = mode_of(flags, list); \
        va_end(list); \
        opening(folder, path, flags); \
        return opened(real(folder, path, flags, mode), folder, path, flags); \
    }

OPENING(open)
OPENING(open64)
OPENING_AT(openat)
OPENING_AT(openat64)

/* What the compiler's checks make of open without a mode. */
EXPORT int __open_2(const char *path, int flags) { return open(path, flags); }
EXPORT int __open64_2(const char *path, int flags) { return open64(path, flags); }
EXPORT int __openat_2(int at, const char *path, int flags) { return openat(at, path, flags); }
EXPORT int __openat64_2(int at, const char *path, int flags) { return openat64(at, path, flags); }
EXPORT int creat(const char *path, mode_t mode)
{
    return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}
EXPORT int creat64(const char *path, mode_t mode)
{
    return open64(path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

EXPORT int close(int fd)
{
    REAL(close);
    if (ours(fd)) {
        watched[fd] = 0;
        note(CLOSE, fd, 0, NOTHING, NOTHING);
    }
    return real(fd);
}

static off_t place_of(int fd)
{
    int appends = fcntl(fd, F_GETFL) & O_APPEND;
    return lseek(fd, 0, appends ? SEEK_END : SEEK_CUR);
}

static ssize_t wrote(ssize_t done, int fd, const void *data, off_t from)
{
    if (done > 0) {
        struct iovec bytes = { (void *)data, (size_t)done };
        note(WRITE, fd, (uint64_t)from, bytes, NOTHING);
    }
    return done;
}

EXPORT ssize_t write(int fd, const void *data, size_t count)
{
    REAL(write);
    if (!ours(fd)) return real(fd, data, count);
    off_t from = place_of(fd);
    if (counted(1)) die_within(fd, data, count, -1);
    return wrote(real(fd, data, count), fd, data, from);
}

#define WRITING(name) \
    EXPORT ssize_t name(int fd, const void *data, size_t count, off_t from) \
    { \
        REAL(name); \
        if (!ours(fd)) return real(fd, data, count, from); \
        if (counted(1)) die_within(fd, data, count, from); \
        return wrote(real(fd, data, count, from), fd, data, from); \
    }

WRITING(pwrite)
WRITING(pwrite64)

/* Scattered writes, one part after the other. */
EXPORT ssize_t writev(int fd, const struct iovec *parts, int count)
{
    REAL(writev);
    ssize_t total = 0;
    if (!ours(fd)) return real(fd, parts, count);
    for (int n = 0; n < count; n++) {
        ssize_t done = write(fd, parts[n].iov_base, parts[n].iov_len);
        if (done < 0) return total ? total : -1;
        total += done;
        if ((size_t)done < parts[n].iov_len) break;
    }
    return total;
}

#include "refused.h"

#define SYNCING(name) \
    EXPORT int name(int fd) \
    { \
        REAL(name); \
        if (ours(fd)) counted(0); \
        int done = real(fd); \
        if (!done && ours(fd)) note(SYNC, fd, 0, NOTHING, NOTHING); \
        return done; \
    }

SYNCING(fsync)
SYNCING(fdatasync)

#define CUTTING(name) \
    EXPORT int name(int fd, off_t size) \
    { \
        REAL(name); \
        if (ours(fd)) counted(0); \
        int done = real(fd, size); \
        if (!done && ours(fd)) note(TRUNCATE, fd, (uint64_t)size, NOTHING, NOTHING); \
        return done; \
    }

CUTTING(ftruncate)
CUTTING(ftruncate64)

static int moved(int kind, int done, const char *from, const char *to)
{
    if (!done && below(from) && (!to || below(to)))
        note(kind, 0, 0, text(from + root_length), text(to ? to + root_length : 0));
    else if (!done && (below(from) || (to && below(to))))
        strange("moved over the edge");
    return done;
}

#define MOVING(name, kind, before, at, to_at, ...) \
    EXPORT int name before \
    { \
        REAL(name); \
        char one[8192], two[8192]; \
        const char *a = whole(at, from, one), *b = whole(to_at, to, two); \
        if (below(a) || below(b)) counted(0); \
        return moved(kind, real(__VA_ARGS__), a, b); \
    }

MOVING(rename, RENAME, (const char *from, const char *to), AT_FDCWD, AT_FDCWD, from, to)
MOVING(link, LINK, (const char *from, const char *to), AT_FDCWD, AT_FDCWD, from, to)
MOVING(renameat, RENAME, (int at, const char *from, int to_at, const char *to), at, to_at,
       at, from, to_at, to)
MOVING(linkat, LINK, (int at, const char *from, int to_at, const char *to, int flags), at, to_at,
       at, from, to_at, to, flags)

static int removing(int folder, const char *path, char *into)
{
    int here = below(whole(folder, path, into));
    if (here) counted(0);
    return here;
}

#define REMOVING(name, kind, before, folder, ...) \
    EXPORT int name before \
    { \
        REAL(name); \
        char into[8192]; \
        removing(folder, path, into); \
        return moved(kind, real(__VA_ARGS__), whole(folder, path, into), 0); \
    }

REMOVING(unlink, UNLINK, (const char *path), AT_FDCWD, path)
REMOVING(remove, UNLINK, (const char *path), AT_FDCWD, path)
REMOVING(rmdir, RMDIR, (const char *path), AT_FDCWD, path)
REMOVING(mkdir, MKDIR, (const char *path, mode_t mode), AT_FDCWD, path, mode)
REMOVING(mkdirat, MKDIR, (int at, const char *path, mode_t mode), at, at, path, mode)
REMOVING(unlinkat, flags & AT_REMOVEDIR ? RMDIR : UNLINK, (int at, const char *path, int flags), at, at, path, flags)
