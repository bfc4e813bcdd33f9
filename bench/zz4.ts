import { HttpClient } from './arms/httpClient.ts';
const [port, ids] = process.argv.slice(2);
const client = new HttpClient(Number(port));
const Q = `query($w:EventFilter){events(where:$w,first:20,orderBy:DATE_DESC){edges{node{id type summary date{edtf} participants{role entity{id name}}}}}}`;
const list = ids!.split(','); const times: number[] = [];
for (let i = 0; i < 1200; i++) {
  const body = JSON.stringify({ query: Q, variables: { w: { participants: { any: [list[i % list.length]] } } } });
  const a = performance.now(); await client.ask(body); times.push(performance.now() - a);
}
const m = times.slice(200).sort((a, b) => a - b); console.log('client', m[m.length >> 1]!.toFixed(3));
client.close();
