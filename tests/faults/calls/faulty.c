/* A disk that fails on purpose, for one process: preloaded, asleep until it is armed.

   Only files below one folder are counted. The k-th call of the armed kinds fails, once or from
   then on; or the disk below the folder is full after so many more bytes; or locks are accepted
   and not enforced, as on some network shares; or every call takes its time, as there, too. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES 4096
#define BLOCK 4096
#define KINDS 8
#define EXPORT __attribute__((visibility("default")))
#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

enum { WRITE, SYNC, TRUNCATE, UNLINK, RENAME, OPEN, CLOSE, READ };

static char root[4096], where[256];
static unsigned char watched[FILES];
static int armed, error, forever, unlocked, limited;
static unsigned longest, dice;
static long at, seen, hit, counts[KINDS];
static long long room, least;

EXPORT void faulty_watch(const char *folder) { snprintf(root, sizeof root, "%s/", folder); }

EXPORT void faulty_arm(int kinds, long number, int code, int from_then_on)
{
    armed = kinds, at = number, error = code, forever = from_then_on;
    seen = hit = 0, where[0] = 0;
    memset(counts, 0, sizeof counts);
}

EXPORT void faulty_room(long long bytes)
{
    limited = bytes >= 0, room = least = bytes, hit = 0, where[0] = 0;
}

EXPORT long long faulty_least(void) { return least; }
EXPORT void faulty_ignore_locks(int ignore) { unlocked = ignore; }

EXPORT void faulty_delay(unsigned microseconds, unsigned seed)
{
    longest = microseconds, dice = seed;
}

EXPORT long faulty_hits(void) { return hit; }
EXPORT long faulty_count(int kind) { return counts[kind]; }
EXPORT const char *faulty_where(void) { return where; }

static int below(const char *path) { return root[0] && !strncmp(path, root, strlen(root)); }

static int ours(int fd) { return fd >= 0 && fd < FILES && watched[fd]; }

static void struck(const char *call, const char *path)
{
    const char *name = strrchr(path, '/');
    if (!hit++) snprintf(where, sizeof where, "%s %s", call, name ? name + 1 : path);
}

static int fails(int kind, const char *call, const char *path)
{
    counts[kind]++;
    if (longest) usleep(rand_r(&dice) % longest);
    if (!(armed >> kind & 1) || ++seen < at || (seen > at && !forever)) return 0;
    struck(call, path);
    errno = error;
    return 1;
}

static int fails_on(int kind, const char *call, int fd)
{
    char link[64], path[4096] = "";
    if (!ours(fd)) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, sizeof path - 1);
    if (size > 0) path[size] = 0;
    return fails(kind, call, path);
}

static long long blocks(long long size) { return (size + BLOCK - 1) / BLOCK * BLOCK; }

static long long size_of(int fd)
{
    struct stat st;
    return fstat(fd, &st) ? 0 : blocks(st.st_size);
}

static long long freed_by(const char *path)
{
    struct stat st;
    return limited && below(path) && !stat(path, &st) && st.st_nlink == 1 ? blocks(st.st_size) : 0;
}

/* How many of the bytes still fit on the disk; -1 if none do. */
static ssize_t fitting(int fd, size_t count, off_t from)
{
    long long has = size_of(fd), after = blocks(from + (long long)count);
    if (!limited || !ours(fd) || after <= has) return (ssize_t)count;
    if (after - has > room) {
        long long most = has + room / BLOCK * BLOCK - from;
        struck("no room", "");
        if (most <= 0) return errno = ENOSPC, -1;
        count = (size_t)most, after = blocks(from + most);
    }
    room -= after - has;
    if (room < least) least = room;
    return (ssize_t)count;
}

static int opened(int fd, const char *path)
{
    if (fd >= 0 && fd < FILES) watched[fd] = below(path);
    return fd;
}

#define OPENING(name, before, ...) \
    EXPORT int name before \
    { \
        REAL(name); \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { \
            va_list list; \
            va_start(list, flags); \
            mode = va_arg(list, mode_t); \
            va_end(list); \
        } \
        if (below(path) && fails(OPEN, "open", path)) return -1; \
        return opened(real(__VA_ARGS__, flags, mode), path); \
    }

OPENING(open, (const char *path, int flags, ...), path)
OPENING(open64, (const char *path, int flags, ...), path)
OPENING(openat, (int folder, const char *path, int flags, ...), folder, path)
OPENING(openat64, (int folder, const char *path, int flags, ...), folder, path)

EXPORT int close(int fd)
{
    REAL(close);
    int failing = fails_on(CLOSE, "close", fd), done;
    if (fd >= 0 && fd < FILES) watched[fd] = 0;
    done = real(fd);
    if (failing) errno = error;
    return failing ? -1 : done;
}

EXPORT ssize_t write(int fd, const void *data, size_t count)
{
    REAL(write);
    if (fails_on(WRITE, "write", fd)) return -1;
    if (limited && ours(fd)) {
        ssize_t fits = fitting(fd, count, lseek(fd, 0, SEEK_CUR));
        if (fits < 0) return -1;
        count = (size_t)fits;
    }
    return real(fd, data, count);
}

#define WRITING(name) \
    EXPORT ssize_t name(int fd, const void *data, size_t count, off_t from) \
    { \
        REAL(name); \
        if (fails_on(WRITE, "pwrite", fd)) return -1; \
        ssize_t fits = fitting(fd, count, from); \
        return fits < 0 ? -1 : real(fd, data, (size_t)fits, from); \
    }

WRITING(pwrite)
WRITING(pwrite64)

EXPORT ssize_t read(int fd, void *data, size_t count)
{
    REAL(read);
    return fails_on(READ, "read", fd) ? -1 : real(fd, data, count);
}

#define READING(name) \
    EXPORT ssize_t name(int fd, void *data, size_t count, off_t from) \
    { \
        REAL(name); \
        return fails_on(READ, "pread", fd) ? -1 : real(fd, data, count, from); \
    }

READING(pread)
READING(pread64)

#define ON_FILE(name, kind) \
    EXPORT int name(int fd) \
    { \
        REAL(name); \
        return fails_on(kind, #name, fd) ? -1 : real(fd); \
    }

ON_FILE(fsync, SYNC)
ON_FILE(fdatasync, SYNC)

#define TRUNCATING(name) \
    EXPORT int name(int fd, off_t size) \
    { \
        REAL(name); \
        long long before = limited && ours(fd) ? size_of(fd) : 0; \
        if (fails_on(TRUNCATE, #name, fd)) return -1; \
        int done = real(fd, size); \
        if (!done && limited && ours(fd)) room += before - blocks(size); \
        return done; \
    }

TRUNCATING(ftruncate)
TRUNCATING(ftruncate64)

EXPORT int unlink(const char *path)
{
    REAL(unlink);
    if (below(path) && fails(UNLINK, "unlink", path)) return -1;
    long long freed = freed_by(path);
    int done = real(path);
    if (!done) room += freed;
    return done;
}

EXPORT int rename(const char *from, const char *to)
{
    REAL(rename);
    if ((below(from) || below(to)) && fails(RENAME, "rename", to)) return -1;
    long long freed = freed_by(to);
    int done = real(from, to);
    if (!done) room += freed;
    return done;
}

/* Locks of byte ranges, accepted and not enforced. */
#define LOCKING(name) \
    EXPORT int name(int fd, int command, ...) \
    { \
        REAL(name); \
        va_list list; \
        va_start(list, command); \
        void *value = va_arg(list, void *); \
        va_end(list); \
        if (unlocked && (command == F_SETLK || command == F_SETLKW)) return 0; \
        if (unlocked && command == F_GETLK) return ((struct flock *)value)->l_type = F_UNLCK, 0; \
        return real(fd, command, value); \
    }

LOCKING(fcntl)
LOCKING(fcntl64)

EXPORT int flock(int fd, int how)
{
    REAL(flock);
    return unlocked ? 0 : real(fd, how);
}
