/* Ways to write that we do not follow: refused, so that the caller takes the plain one. */
EXPORT ssize_t sendfile(int out, int in, off_t *from, size_t count)
{
    REAL(sendfile);
    return ours(out) ? (errno = ENOTSOCK, -1) : real(out, in, from, count);
}

EXPORT ssize_t sendfile64(int out, int in, off64_t *from, size_t count)
{
    REAL(sendfile64);
    return ours(out) ? (errno = ENOTSOCK, -1) : real(out, in, from, count);
}

EXPORT ssize_t copy_file_range(int in, off64_t *a, int out, off64_t *b, size_t n, unsigned f)
{
    REAL(copy_file_range);
    return ours(out) ? (errno = ENOSYS, -1) : real(in, a, out, b, n, f);
}

#define ALLOCATING(name, answer) \
    EXPORT int name(int fd, off_t from, off_t count) \
    { \
        REAL(name); \
        return ours(fd) ? (answer) : real(fd, from, count); \
    }

ALLOCATING(posix_fallocate, EINVAL)
ALLOCATING(posix_fallocate64, EINVAL)

/* ... and what cannot be refused is said in the log, which then fails. */
static void strange(const char *what) { note(STRANGE, 0, 0, text(what), NOTHING); }

#define MAPPING(name) \
    EXPORT void *name(void *at, size_t size, int access, int flags, int fd, off_t from) \
    { \
        REAL(name); \
        if (ours(fd) && (flags & MAP_SHARED) && (access & PROT_WRITE)) strange("mmap"); \
        return real(at, size, access, flags, fd, from); \
    }

MAPPING(mmap)
MAPPING(mmap64)

#define COPYING(name, before, ...) \
    EXPORT int name before \
    { \
        REAL(name); \
        if (ours(fd)) strange(#name); \
        return real(__VA_ARGS__); \
    }

COPYING(dup, (int fd), fd)
COPYING(dup2, (int fd, int other), fd, other)
COPYING(dup3, (int fd, int other, int flags), fd, other, flags)

EXPORT int symlink(const char *target, const char *path)
{
    REAL(symlink);
    if (below(path)) strange("symlink");
    return real(target, path);
}

#define CUTTING_PATH(name) \
    EXPORT int name(const char *path, off_t size) \
    { \
        REAL(name); \
        if (below(path)) strange(#name); \
        return real(path, size); \
    }

CUTTING_PATH(truncate)
CUTTING_PATH(truncate64)
