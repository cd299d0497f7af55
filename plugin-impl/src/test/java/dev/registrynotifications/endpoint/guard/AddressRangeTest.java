package dev.registrynotifications.endpoint.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, unspecified",
    "0.1.2.3, unspecified",
    "10.0.0.0, private",
    "10.255.255.255, private",
    "100.64.0.0, a carrier's",
    "100.127.255.255, a carrier's",
    "127.0.0.1, loopback",
    "127.255.255.254, loopback",
    "169.254.169.254, link-local",
    "172.16.0.1, private",
    "172.31.255.255, private",
    "192.0.0.192, reserved",
    "192.168.0.1, private",
    "192.168.255.255, private",
    "198.19.0.1, reserved",
    "224.0.0.1, multicast",
    "239.255.255.255, multicast",
    "255.255.255.255, reserved",
    "::, unspecified",
    "::1, loopback",
    "fe80::1, link-local",
    "febf::1, link-local",
    "fec0::1, private",
    "fc00::1, private",
    "fdff:1::2, private",
    "ff02::1, multicast",
    "::ffff:10.0.0.1, private",
    "::ffff:169.254.169.254, link-local",
    "::127.0.0.1, loopback",
    "::10.0.0.1, private",
    "64:ff9b::192.168.0.1, private",
    "64:ff9b:1::1, reserved",
    "2002:a00:1::1, private",
  })
  void knowsAddressesThatAreNotForEverybody(String address, String kind) {
    assertThat(AddressRange.notPublic(InetAddresses.forString(address)))
        .map(AddressRange::kind)
        .contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.1",
        "192.167.255.255",
        "192.169.0.0",
        "198.20.0.0",
        "223.255.255.255",
        "2001:db8::1",
        "2600::1",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
      })
  void letsOthersPass(String address) {
    assertThat(AddressRange.notPublic(InetAddresses.forString(address))).isEmpty();
  }

  @Test
  void looksIntoMappedAddressesThatTheJdkDidNotTurnIntoIpv4() throws UnknownHostException {
    byte[] bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 1};
    InetAddress mapped = Inet6Address.getByAddress(null, bytes, 0);

    assertThat(mapped).isInstanceOf(Inet6Address.class);
    assertThat(AddressRange.notPublic(mapped)).map(AddressRange::kind).contains("private");
  }
}
