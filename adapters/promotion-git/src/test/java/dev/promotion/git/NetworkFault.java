package dev.promotion.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.promotion.git.FaultProxy.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/** What a network, or what stands in it, can do to one request and its reply. */
enum NetworkFault {
  LATENCY(true) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.pause(30 * MILLISECOND);
      byte[] reply = exchange.forward();
      exchange.pause(30 * MILLISECOND);
      exchange.reply(reply);
    }
  },
  JITTER(true) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.trickle(exchange.forward(), 100, () -> random.nextInt(10) * MILLISECOND);
    }
  },
  ONE_KILOBYTE_A_SECOND(true) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.trickle(exchange.forward(), 64, () -> 62 * MILLISECOND);
    }
  },
  SLICES_OF_A_BYTE(true) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.trickle(exchange.forward(), 1, () -> 0);
    }
  },
  DUPLICATE_REQUEST_FIRST_REPLY(true) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      byte[] request = exchange.request();
      byte[] reply = exchange.forward(request);
      exchange.forward(request);
      exchange.reply(reply);
    }
  },
  DUPLICATE_REQUEST_SECOND_REPLY(true) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      byte[] request = exchange.request();
      exchange.forward(request);
      exchange.reply(exchange.forward(request));
    }
  },
  RESET_BEFORE_REQUEST(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.reset();
    }
  },
  RESET_AFTER_REQUEST(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.forward();
      exchange.reset();
    }
  },
  RESET_AMID_REQUEST(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      byte[] request = exchange.request();
      exchange.forward(Arrays.copyOf(request, random.nextInt(request.length)));
      exchange.reset();
    }
  },
  RESET_AMID_REPLY(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      byte[] reply = exchange.forward();
      exchange.reply(Arrays.copyOf(reply, 1 + random.nextInt(reply.length - 1)));
      exchange.reset();
    }
  },
  HALF_CLOSED(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      byte[] reply = exchange.forward();
      exchange.reply(Arrays.copyOf(reply, 1 + random.nextInt(reply.length - 1)));
      exchange.endReply();
    }
  },
  CLOSED_WITHOUT_A_REPLY(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.forward();
      exchange.reply(new byte[0]);
    }
  },
  BLACK_HOLE(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.beSilent();
    }
  },
  BLACK_HOLE_FOR_THE_REPLY(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.forward();
      exchange.beSilent();
    }
  },
  BLACK_HOLE_AMID_THE_REPLY(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      byte[] reply = exchange.forward();
      exchange.reply(Arrays.copyOf(reply, 1 + random.nextInt(reply.length - 1)));
      exchange.beSilent();
    }
  },
  LATE_REQUEST(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.hold();
      exchange.reset();
    }
  },
  MALFORMED_CHUNK(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.reply(
          concat(
              head(exchange, "Transfer-Encoding: chunked\r\n"),
              "4\r\n001e\r\nzz\r\n".getBytes(ISO_8859_1)));
      exchange.endReply();
    }
  },
  GARBAGE(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.reply(garbage(random));
      exchange.reset();
    }
  },
  GARBAGE_IN_THE_BODY(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      byte[] body = garbage(random);
      exchange.reply(concat(head(exchange, "Content-Length: " + body.length + "\r\n"), body));
    }
  },
  GARBAGE_IN_A_PACKET(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      byte[] line = garbage(random);
      String length = String.format(java.util.Locale.ROOT, "%04x", line.length + 4);
      byte[] body = concat(length.getBytes(ISO_8859_1), line);
      exchange.reply(concat(head(exchange, "Content-Length: " + body.length + "\r\n"), body));
    }
  },
  EMPTY_BODY(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.reply(head(exchange, "Content-Length: 0\r\n"));
    }
  },
  SERVER_ERROR(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      int code = new int[] {500, 502, 503, 504, 429, 408}[random.nextInt(6)];
      exchange.reply(status(exchange, code + " Not now", "text/plain", "try later"));
    }
  },
  PAGE_OF_A_PORTAL(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      exchange.reply(
          status(exchange, "200 OK", "text/html", "<html>Please log in to this wifi</html>"));
    }
  },
  ECHO_OF_THE_REQUEST(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      String said = exchange.head().replaceAll("[\\r\\n]+", " ");
      exchange.reply(status(exchange, "500 " + said, "text/plain", said));
    }
  },
  ECHO_IN_A_PACKET(false) {
    @Override
    void happen(Exchange exchange, Random random) throws IOException {
      String said = "ERR " + exchange.head().replaceAll("[\\r\\n]+", " ");
      byte[] body =
          (String.format(java.util.Locale.ROOT, "%04x", said.length() + 4) + said)
              .getBytes(ISO_8859_1);
      exchange.reply(concat(head(exchange, "Content-Length: " + body.length + "\r\n"), body));
    }
  };

  private static final long MILLISECOND = 1_000_000;

  /** Whether it only slows or repeats, so that every call still gets its answer. */
  final boolean harmless;

  NetworkFault(boolean harmless) {
    this.harmless = harmless;
  }

  /** Whether the client learns of it by its timeout alone. */
  boolean isSilent() {
    return name().startsWith("BLACK_HOLE");
  }

  abstract void happen(Exchange exchange, Random random) throws IOException;

  private static byte[] garbage(Random random) {
    byte[] garbage = new byte[1 + random.nextInt(300)];
    random.nextBytes(garbage);
    return garbage;
  }

  /** Begins a reply as the server would. */
  private static byte[] head(Exchange exchange, String length) throws IOException {
    byte[] reply = exchange.forward();
    String type =
        new String(reply, ISO_8859_1)
            .lines()
            .filter(line -> line.startsWith("Content-type"))
            .findFirst()
            .orElse("Content-type: text/plain");
    return ("HTTP/1.1 200 OK\r\n" + type + "\r\n" + length + "\r\n").getBytes(ISO_8859_1);
  }

  private static byte[] status(Exchange exchange, String status, String type, String body)
      throws IOException {
    exchange.request();
    return ("HTTP/1.1 "
            + status
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(ISO_8859_1);
  }

  private static byte[] concat(byte[] one, byte[] other) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes(other);
    return both.toByteArray();
  }
}
