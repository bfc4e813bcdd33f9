import { connect } from 'node:net';

// The Bolt magic number, then four proposals: 5.0 to 5.8, 4.4, and two empty ones.
const GREETING = Buffer.from('6060b017' + '00080805' + '00000404' + '00000000' + '00000000', 'hex');

/** Whether a program on that local port speaks Bolt: it answers the handshake with a version. */
export async function speaksBolt(port: number, timeoutMs = 2000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    let answer = Buffer.alloc(0);
    socket.setTimeout(timeoutMs, () => {
      finish(false);
    });
    socket.on('connect', () => socket.write(GREETING));
    socket.on('data', (data) => {
      answer = Buffer.concat([answer, data]);
      // A version is 00 00 minor major. The "HTTP" of a web server is none.
      if (answer.length >= 4)
        finish(answer.length === 4 && answer.readUInt16BE(0) === 0 && answer.readUInt8(3) > 0);
    });
    socket.on('error', () => {
      finish(false);
    });
    socket.on('close', () => {
      finish(false);
    });
  });
}
