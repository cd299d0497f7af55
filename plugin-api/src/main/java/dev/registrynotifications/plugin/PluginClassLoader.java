package dev.registrynotifications.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;

/**
 * Keeps a plugin's classes apart from the server's: exactly the four packages of the API come from
 * the server, all else from the plugin's own jar first.
 *
 * <p>Rejected: the usual parent-first loader, which gives a plugin whatever Guava the server has;
 * and a common prefix instead of the four names, since the implementation shares the base package.
 */
final class PluginClassLoader extends URLClassLoader {

  private static final String BASE = "dev.registrynotifications.";
  private static final Set<String> API_PACKAGES =
      Set.of(BASE + "registry", BASE + "event", BASE + "plugin", BASE + "management");
  private static final String SERVICES = "META-INF/services/";

  static {
    registerAsParallelCapable();
  }

  PluginClassLoader(URL jar, ClassLoader server) {
    super(new URL[] {jar}, server);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (isFromServer(name)) {
      return getParent().loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findOwnFirst(name, resolve);
    }
  }

  private static boolean isFromServer(String className) {
    int dot = className.lastIndexOf('.');
    return className.startsWith("java.")
        || (dot > 0 && API_PACKAGES.contains(className.substring(0, dot)));
  }

  private Class<?> findOwnFirst(String name, boolean resolve) throws ClassNotFoundException {
    try {
      return findClass(name);
    } catch (ClassNotFoundException e) {
      return super.loadClass(name, resolve);
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }

  /** Services are the plugin's own alone: the server's would be of other classes' types. */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> own = findResources(name);
    if (name.startsWith(SERVICES)) {
      return own;
    }
    var all = Collections.list(own);
    all.addAll(Collections.list(getParent().getResources(name)));
    return Collections.enumeration(all);
  }
}
