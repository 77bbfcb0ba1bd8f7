package dev.promotion.testkit.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Loads all classes of the project anew, those of one source file with a bug in them. */
final class WrongClasses extends ClassLoader {

  private static final String OURS = "dev.promotion.";

  private final Map<String, byte[]> wrong;

  private WrongClasses(Map<String, byte[]> wrong) {
    super(WrongClasses.class.getClassLoader());
    this.wrong = wrong;
  }

  /** Compiles a bug, and returns the hunt for it. */
  @SuppressWarnings("unchecked")
  static LongFunction<Optional<String>> hunt(Bug bug) {
    try {
      return (LongFunction<Optional<String>>)
          new WrongClasses(compiled(bug))
              .loadClass(BugHunt.class.getName())
              .getConstructor()
              .newInstance();
    } catch (ReflectiveOperationException | IOException broken) {
      throw new AssertionError("the hunt for '" + bug + "' cannot begin", broken);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] bytes = wrong.get(name);
    if (bytes == null) {
      bytes = compiledBefore(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private byte[] compiledBefore(String name) throws ClassNotFoundException {
    try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      return file.readAllBytes();
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  private static Map<String, byte[]> compiled(Bug bug) throws IOException {
    String source = Files.readString(bug.source(), UTF_8);
    Matcher right = anyLayout(bug.right()).matcher(source);
    if (right.results().count() != 1) {
      throw new AssertionError("'" + bug + "' changes a text that is not there exactly once");
    }
    String changed = right.replaceFirst(Matcher.quoteReplacement(bug.wrong()));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
    try (InMemoryFiles files =
        new InMemoryFiles(compiler.getStandardFileManager(faults, null, UTF_8))) {
      boolean done =
          compiler
              .getTask(
                  null,
                  files,
                  faults,
                  List.of("-proc:none", "-nowarn", "--release", "17"),
                  null,
                  List.of(new Source(bug, changed)))
              .call();
      if (!done) {
        throw new AssertionError("'" + bug + "' does not compile: " + faults.getDiagnostics());
      }
      return files.classes();
    }
  }

  /** However the lines of a text are broken. */
  private static Pattern anyLayout(String text) {
    return Pattern.compile(
        Arrays.stream(text.strip().split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+")));
  }

  /** The source with the bug. */
  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(Bug bug, String text) {
      super(URI.create("string:///" + bug.source().getFileName()), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps what the compiler writes. */
  private static final class InMemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

    InMemoryFiles(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("bytes:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          return written.computeIfAbsent(name, key -> new ByteArrayOutputStream());
        }
      };
    }

    Map<String, byte[]> classes() {
      Map<String, byte[]> classes = new HashMap<>();
      written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
      return classes;
    }
  }
}
