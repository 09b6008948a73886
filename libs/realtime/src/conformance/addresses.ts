/** Addresses that whoever looks them up or fetches them regrets: this machine, cloud metadata, private networks, other schemes, disguises. */
export const hostileAddresses: readonly string[] = [
  'http://127.0.0.1:6379/',
  'http://localhost/admin',
  'http://[::1]:8222/varz',
  'http://0.0.0.0:4222/',
  'http://169.254.169.254/latest/meta-data/iam/security-credentials/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://100.100.100.200/latest/meta-data/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.0.1/',
  'http://[fe80::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://127.0.0.1.nip.io/',
  'http://user:password@127.0.0.1/',
  'https://example.com@127.0.0.1/',
  'http://kubernetes.default.svc/api',
  'file:///etc/passwd',
  'gopher://127.0.0.1:6379/_FLUSHALL',
  'ftp://127.0.0.1/',
  '//127.0.0.1/x.png',
];

/** Every field in which messages of one service or another carry addresses. */
export const withAddress = (address: string) => ({
  ...{ callback: address, callbackUrl: address, callback_url: address, webhook: { url: address } },
  ...{ replyTo: address, image: address, avatar: address, link: address },
  ...{ media: [{ type: 'image', url: address }], attachments: [{ url: address, thumbnail: address }] },
});
