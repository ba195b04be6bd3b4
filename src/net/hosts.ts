// Which addresses lead into the own machine or network.

/** Names that are never on the public net: RFC 6761, RFC 6762, RFC 8375, and the `.internal` that ICANN keeps for it. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|home\.arpa|lan|home|corp|test|invalid|example)$|^[^.:]+$/;

/** Whether a host is not out on the net, by its name alone: a public name may still be answered with an inner address. @param host as `URL.hostname` gives it, numbers in any form made plain */
export function isPrivateHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name.startsWith('[')) return isPrivateV6(name.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return isPrivateV4(name.split('.').map(Number));
  return LOCAL_NAME.test(name);
}

/** https://www.iana.org/assignments/iana-ipv4-special-registry */
function isPrivateV4([a = 0, b = 0, c = 0]: readonly number[]): boolean {
  return a === 0 || a === 10 || a === 127 || a >= 224 || (a === 100 && b >= 64 && b < 128) || (a === 169 && b === 254) || (a === 172 && b >= 16 && b < 32)
    || (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) || (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) || (a === 203 && b === 0 && c === 113);
}

/** https://www.iana.org/assignments/iana-ipv6-special-registry: what is not global unicast, and what carries an address of the fourth version. */
function isPrivateV6(address: string): boolean {
  const inner = /^(?:::ffff:|64:ff9b::|::)([\da-f]{1,4}):([\da-f]{1,4})$/.exec(address);
  if (inner) {
    const [high, low] = [parseInt(inner[1]!, 16), parseInt(inner[2]!, 16)];
    return isPrivateV4([high >> 8, high & 255, low >> 8, low & 255]);
  }
  return !/^[23][\da-f]{3}:/.test(address) || /^2001:(?:0?db8|0):/.test(address) || /^2002:/.test(address);
}
