/*
 * sink.c: a receiver that speaks HTTP, on this machine or behind a proxy that does TLS. A notice is a POST with the header
 * Idempotency-Key: a receiver that had this key before answers as it did then, and does nothing.
 */
#define _POSIX_C_SOURCE 200809L

#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "relay.h"

bool sink_read(const char *url, struct sink *ret_sink) {
    char end = '\0';
    *ret_sink = (struct sink){.timeout_milliseconds = 2000};
    return sscanf(url, "http://%63[^:/]:%7[0-9]%c", ret_sink->host, ret_sink->port, &end) == 2;
}

static bool wait_for(int line, short what, int64_t deadline) {
    struct pollfd one = {.fd = line, .events = what};
    const int64_t left = deadline - now_milliseconds();
    return left > 0 && poll(&one, 1, (int)left) == 1;
}

static int dial(const struct sink *sink) {
    const struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
    struct addrinfo *found = NULL;
    int line = -1;
    if (getaddrinfo(sink->host, sink->port, &hints, &found) != 0) return -1;
    for (struct addrinfo *one = found; one != NULL && line < 0; one = one->ai_next) {
        line = socket(one->ai_family, one->ai_socktype, one->ai_protocol);
        if (line >= 0 && connect(line, one->ai_addr, one->ai_addrlen) != 0) {
            close(line);
            line = -1;
        }
    }
    freeaddrinfo(found);
    return line;
}

static bool write_all(int line, const char *bytes, size_t n, int64_t deadline) {
    while (n > 0) {
        if (!wait_for(line, POLLOUT, deadline)) return false;
        const ssize_t sent = send(line, bytes, n, MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes += sent;
        n -= (size_t)sent;
    }
    return true;
}

/* The number of "HTTP/1.1 200 …"; 0: there is none. What follows is of no interest. */
static int read_status(int line, int64_t deadline) {
    char text[64] = "";
    size_t n = 0;
    int status = 0;
    while (n < 12 && wait_for(line, POLLIN, deadline)) {
        const ssize_t got = recv(line, text + n, sizeof text - 1 - n, 0);
        if (got <= 0) break;
        n += (size_t)got;
    }
    return n >= 12 && sscanf(text, "HTTP/1.%*c %3d", &status) == 1 ? status : 0;
}

enum answer sink_send(const struct sink *sink, const char *key, const char *body) {
    char request[KEY_BYTES + BODY_BYTES + 512];
    const int64_t deadline = now_milliseconds() + sink->timeout_milliseconds;
    const int n = snprintf(request, sizeof request,
                           "POST /notices HTTP/1.1\r\nHost: %s:%s\r\nIdempotency-Key: %s\r\n"
                           "Content-Type: application/json\r\nContent-Length: %zu\r\nConnection: close\r\n\r\n%s",
                           sink->host, sink->port, key, strlen(body), body);
    const int line = dial(sink);
    if (line < 0) return AWAY;
    const int status = write_all(line, request, (size_t)n, deadline) ? read_status(line, deadline) : 0;
    close(line);
    if (status >= 200 && status < 300) return TAKEN;
    return status == 0 || status == 429 || status == 502 || status == 503 || status == 504 ? AWAY : REFUSED;
}
