package dev.promotion.git;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.time.Duration;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/**
 * Opens connections that wait for a silent server only so long. JGit's own timeout would do it with
 * a thread for each connection that interrupts the caller, now and then after the call has ended.
 */
final class PatientConnections implements HttpConnectionFactory {

  private final int milliseconds;

  PatientConnections(Duration timeout) {
    this.milliseconds = (int) timeout.toMillis();
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return create(url, Proxy.NO_PROXY);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    return new Patient(url, proxy, milliseconds);
  }

  private static final class Patient extends JDKHttpConnection {

    Patient(URL url, Proxy proxy, int milliseconds) throws IOException {
      super(url, proxy);
      super.setConnectTimeout(milliseconds);
      super.setReadTimeout(milliseconds);
    }

    @Override
    public void setConnectTimeout(int any) {
      // It is set already.
    }

    @Override
    public void setReadTimeout(int any) {
      // It is set already.
    }
  }
}
