package dev.registrynotifications.metrics;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;
import javax.management.StandardEmitterMBean;
import org.jspecify.annotations.Nullable;

/**
 * An MXBean that says what its members mean, and emits announcements as notifications while it is
 * registered, on a thread of their own: a listener in this process, and its filter, may take as
 * long as they like.
 */
final class AnnouncingMBean extends StandardEmitterMBean implements Announcements.Listener {

  private final Descriptions descriptions;
  private final Announcements announcements;
  private final Executor thread;
  private final AtomicLong count = new AtomicLong();
  private volatile @Nullable ObjectName source;

  /**
   * Makes one.
   *
   * @param thread where listeners are called, and asked whether they want to be
   * @param types what it emits
   */
  <T> AnnouncingMBean(
      T bean, Class<T> type, Announcements announcements, Executor thread, String... types) {
    super(bean, type, true, new NotificationBroadcasterSupport(emitted(types)));
    this.descriptions = Descriptions.of(type);
    this.announcements = announcements;
    this.thread = thread;
  }

  private static MBeanNotificationInfo[] emitted(String[] types) {
    String kind = Notification.class.getName();
    return types.length == 0
        ? new MBeanNotificationInfo[0]
        : new MBeanNotificationInfo[] {new MBeanNotificationInfo(types, kind, "What has happened")};
  }

  @Override
  protected String getDescription(MBeanInfo info) {
    return descriptions.ofBean();
  }

  @Override
  protected String getDescription(MBeanAttributeInfo info) {
    return descriptions.of(info.getName());
  }

  @Override
  protected String getDescription(MBeanOperationInfo info) {
    return descriptions.of(info.getName());
  }

  /** Consoles show it; without this it is {@code p1}. */
  @Override
  protected String getParameterName(
      MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
    return descriptions.parameter(operation.getName(), sequence).orElse(parameter.getName());
  }

  @Override
  public ObjectName preRegister(MBeanServer server, ObjectName name) throws Exception {
    source = name;
    return super.preRegister(server, name);
  }

  @Override
  public void postRegister(Boolean registrationDone) {
    super.postRegister(registrationDone);
    if (registrationDone) {
      announcements.listen(this);
    }
  }

  @Override
  public void postDeregister() {
    announcements.ignore(this);
    super.postDeregister();
  }

  @Override
  public void onAnnouncement(String type, String message) {
    ObjectName name = source;
    if (name != null) {
      Notification notification = new Notification(type, name, count.incrementAndGet(), message);
      thread.execute(() -> sendNotification(notification));
    }
  }
}
