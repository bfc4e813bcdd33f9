import http from 'node:http';

/** Sends requests to one server over connections that stay open. */
export class HttpClient {
  readonly #agent = new http.Agent({ keepAlive: true, noDelay: true });
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** The data of the answer. @throws Error if the answer has errors */
  async ask(body: string): Promise<unknown> {
    const text = await this.#post(body);
    const { data, errors } = JSON.parse(text) as { data: unknown; errors?: unknown };
    if (errors !== undefined) throw new Error(`${JSON.stringify(errors)} to ${body}`);
    return data;
  }

  close(): void {
    this.#agent.destroy();
  }

  #post(body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const request = http.request(
        {
          host: '127.0.0.1',
          port: this.#port,
          path: '/graphql',
          method: 'POST',
          agent: this.#agent,
          headers,
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            resolve(Buffer.concat(chunks).toString());
          });
          response.on('error', reject);
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }
}
