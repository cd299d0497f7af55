package dev.registrynotifications.observe;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Tomcat, for a registry that takes paths as they come. */
record TomcatServer(Tomcat tomcat, Path base) implements ServletServer {

  static TomcatServer start(String contextPath, List<Filter> filters, HttpServlet servlet)
      throws IOException, LifecycleException {
    Path base = Files.createTempDirectory("tomcat");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setEncodedSolidusHandling(EncodedSolidusHandling.DECODE.getValue());
    tomcat.setConnector(connector);
    Context context = tomcat.addContext(contextPath, base.toString());
    for (int i = 0; i < filters.size(); i++) {
      add("filter" + i, filters.get(i), context);
    }
    Wrapper wrapper = Tomcat.addServlet(context, "servlet", servlet);
    wrapper.setAsyncSupported(true);
    context.addServletMappingDecoded("/*", "servlet");
    tomcat.start();
    return new TomcatServer(tomcat, base);
  }

  private static void add(String name, Filter filter, Context context) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(name);
    definition.setFilter(filter);
    definition.setAsyncSupported("true");
    context.addFilterDef(definition);
    map(name, "/v2/*", "REQUEST", context);
    map(name, "/*", "ASYNC", context);
  }

  private static void map(String name, String pattern, String dispatcher, Context context) {
    FilterMap map = new FilterMap();
    map.setFilterName(name);
    map.addURLPattern(pattern);
    map.setDispatcher(dispatcher);
    context.addFilterMap(map);
  }

  @Override
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new AssertionError("Could not stop the server", e);
    }
  }
}
