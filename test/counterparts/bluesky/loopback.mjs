// The servers of this network listen on every interface and offer no setting for it: here they stay on this machine.
import net from 'node:net';

const { listen } = net.Server.prototype;
net.Server.prototype.listen = function (...given) {
  const [first] = given;
  if (first !== null && typeof first === 'object' && first.path === undefined)
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...given.slice(1));
  if (typeof first === 'number' || first === undefined)
    return listen.call(this, first ?? 0, '127.0.0.1', ...given.filter((one) => typeof one === 'function'));
  return listen.apply(this, given);
};
