package dev.promotion.git;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between a client and a server on this machine, and lets the network misbehave: each
 * request is given to a {@link Conduct}, which decides what reaches the server and what comes back.
 * A connection that begins with TLS is passed on unread, up to a number of bytes.
 */
final class FaultProxy implements AutoCloseable {

  /** Decides what becomes of one request and of its reply. */
  @FunctionalInterface
  interface Conduct {

    /** The network as it should be. */
    Conduct WORKS = exchange -> exchange.reply(exchange.forward());

    void on(Exchange exchange) throws IOException;
  }

  private static final int TLS_HANDSHAKE = 0x16;

  private final InetSocketAddress server;
  private final ServerSocket entrance;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "fault-proxy");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Queue<byte[]> held = new ConcurrentLinkedQueue<>();
  private final AtomicInteger exchanges = new AtomicInteger();
  private final AtomicInteger underway = new AtomicInteger();
  private volatile Conduct conduct = Conduct.WORKS;
  private volatile int tlsBytes = Integer.MAX_VALUE;

  FaultProxy(int serverPort) {
    try {
      this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
      this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    threads.execute(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Says how the network behaves from now on. */
  void conduct(Conduct conduct) {
    this.conduct = conduct;
  }

  /** Cuts connections over TLS after so many bytes from the server. */
  void cutTlsAfter(int bytes) {
    this.tlsBytes = bytes;
  }

  /** Returns how many requests came so far. */
  int exchanges() {
    return exchanges.get();
  }

  /** Tells whether the client has not let go of a request yet. */
  boolean isBusy() {
    return underway.get() > 0;
  }

  /** Lets requests that were held back reach the server; nobody gets the replies. */
  void deliverLate() {
    for (byte[] request = held.poll(); request != null; request = held.poll()) {
      try {
        ask(request);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        open.add(client);
        threads.execute(() -> serve(client));
      } catch (IOException | java.util.concurrent.RejectedExecutionException closed) {
        // The next turn of the loop sees it.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      BufferedInputStream in = new BufferedInputStream(client.getInputStream());
      in.mark(1);
      int first = in.read();
      in.reset();
      if (first == TLS_HANDSHAKE) {
        tunnel(in, client);
        return;
      }
      while (!client.isClosed()) {
        byte[] head = Message.head(in);
        if (head.length == 0) {
          return;
        }
        underway.incrementAndGet();
        try {
          conduct.on(new Exchange(exchanges.incrementAndGet(), head, in, client));
        } finally {
          underway.decrementAndGet();
        }
      }
    } catch (IOException gone) {
      // The client hung up, or this proxy did.
    } finally {
      open.remove(client);
    }
  }

  private void tunnel(InputStream fromClient, Socket client) throws IOException {
    try (Socket upstream = connected()) {
      threads.execute(() -> pump(fromClient, upstream));
      InputStream in = upstream.getInputStream();
      int left = tlsBytes;
      byte[] buffer = new byte[8192];
      while (left > 0) {
        int count = in.read(buffer, 0, Math.min(left, buffer.length));
        if (count < 0) {
          return;
        }
        client.getOutputStream().write(buffer, 0, count);
        left -= count;
      }
      abort(client);
    }
  }

  private static void pump(InputStream from, Socket to) {
    try {
      from.transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException gone) {
      // The other direction ends it.
    }
  }

  private Socket connected() throws IOException {
    Socket upstream = new Socket();
    open.add(upstream);
    upstream.setTcpNoDelay(true);
    upstream.connect(server);
    return upstream;
  }

  private byte[] ask(byte[] request) throws IOException {
    Socket upstream = connected();
    try (upstream) {
      upstream.getOutputStream().write(request);
      upstream.shutdownOutput();
      InputStream in = new BufferedInputStream(upstream.getInputStream());
      byte[] head = Message.head(in);
      return head.length == 0 ? head : Message.whole(head, in);
    } finally {
      open.remove(upstream);
    }
  }

  private static void abort(Socket socket) throws IOException {
    // Without lingering a close is a reset.
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** One request of the client, and the way back to it. */
  final class Exchange {
    private final int number;
    private final byte[] head;
    private final InputStream in;
    private final Socket client;

    Exchange(int number, byte[] head, InputStream in, Socket client) {
      this.number = number;
      this.head = head;
      this.in = in;
      this.client = client;
    }

    /** Counts the requests of this proxy from 1 on. */
    int number() {
      return number;
    }

    /** Returns the request line and the headers. */
    String head() {
      return new String(head, StandardCharsets.ISO_8859_1);
    }

    boolean isPush() {
      return head().startsWith("POST") && head().contains("git-receive-pack HTTP");
    }

    /** Reads the whole request. */
    byte[] request() throws IOException {
      return Message.whole(head, in);
    }

    /** Has the server answer the request; the reply is empty if it hung up. */
    byte[] forward() throws IOException {
      return ask(request());
    }

    /** Has the server answer something else. */
    byte[] forward(byte[] request) throws IOException {
      return ask(request);
    }

    /** Gives the client bytes; none stand for a connection that is closed without a word. */
    void reply(byte[] bytes) throws IOException {
      if (bytes.length == 0) {
        client.close();
      } else {
        client.getOutputStream().write(bytes);
      }
    }

    /** Gives the client bytes in slices, each after a pause. */
    void trickle(byte[] bytes, int slice, java.util.function.LongSupplier nanos)
        throws IOException {
      OutputStream out = client.getOutputStream();
      for (int at = 0; at < bytes.length; at += slice) {
        pause(nanos.getAsLong());
        out.write(bytes, at, Math.min(slice, bytes.length - at));
      }
    }

    void pause(long nanos) {
      long until = System.nanoTime() + nanos;
      while (System.nanoTime() < until && !entrance.isClosed()) {
        LockSupport.parkNanos(until - System.nanoTime());
      }
    }

    /** Keeps the request for {@link FaultProxy#deliverLate}. */
    void hold() throws IOException {
      held.add(request());
    }

    void reset() throws IOException {
      abort(client);
    }

    /** Says nothing until the client hangs up. */
    void beSilent() throws IOException {
      while (in.read() >= 0) {
        // What it sends is lost.
      }
      client.close();
    }

    /** Ends one direction, and goes on to read the other. */
    void endReply() throws IOException {
      client.shutdownOutput();
      beSilent();
    }
  }

  /** Finds the end of a message of HTTP 1.1; nothing of it is changed. */
  private static final class Message {

    static byte[] head(InputStream in) throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      int newlines = 0;
      while (newlines < 2) {
        int next = in.read();
        if (next < 0) {
          return new byte[0];
        }
        head.write(next);
        newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
      }
      return head.toByteArray();
    }

    static byte[] whole(byte[] head, InputStream in) throws IOException {
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      message.write(head);
      String lower = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      if (lower.contains("\r\ntransfer-encoding: chunked")) {
        chunks(in, message);
      } else {
        List<String> lines = new ArrayList<>(List.of(lower.split("\r\n", -1)));
        lines.removeIf(line -> !line.startsWith("content-length:"));
        int length =
            lines.isEmpty() ? 0 : Integer.parseInt(lines.get(0).replaceFirst(".*:", "").strip());
        message.write(in.readNBytes(length));
      }
      return message.toByteArray();
    }

    private static void chunks(InputStream in, ByteArrayOutputStream message) throws IOException {
      int size;
      do {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next;
        do {
          next = in.read();
          if (next < 0) {
            return;
          }
          line.write(next);
        } while (next != '\n');
        message.write(line.toByteArray());
        size = Integer.parseInt(line.toString(StandardCharsets.ISO_8859_1).strip(), 16);
        message.write(in.readNBytes(size + 2));
      } while (size > 0);
    }
  }

  @Override
  public void close() {
    try {
      entrance.close();
      for (Socket socket : open) {
        socket.close();
      }
      threads.shutdownNow();
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the proxy did not end");
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
