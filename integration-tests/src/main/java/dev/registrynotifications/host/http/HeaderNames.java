package dev.registrynotifications.host.http;

/** The headers that registries read and write. */
public final class HeaderNames {

  public static final String ACCEPT_RANGES = "Accept-Ranges";
  public static final String ALLOW = "Allow";
  public static final String AUTHORIZATION = "Authorization";
  public static final String CONTENT_RANGE = "Content-Range";
  public static final String CONTENT_TYPE = "Content-Type";
  public static final String ETAG = "ETag";
  public static final String EXPECT = "Expect";
  public static final String HOST = "Host";
  public static final String IF_NONE_MATCH = "If-None-Match";
  public static final String IF_RANGE = "If-Range";
  public static final String LINK = "Link";
  public static final String LOCATION = "Location";
  public static final String RANGE = "Range";
  public static final String WWW_AUTHENTICATE = "WWW-Authenticate";
  public static final String X_FORWARDED_FOR = "X-Forwarded-For";
  public static final String X_FORWARDED_HOST = "X-Forwarded-Host";
  public static final String X_FORWARDED_PROTO = "X-Forwarded-Proto";

  private HeaderNames() {}
}
