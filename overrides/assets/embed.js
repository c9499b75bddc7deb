// @ts-check
// The quiz in another site's frame: tells that site its height, as a number and nothing else.

const content = document.body;

function tell() {
  parent.postMessage(Math.ceil(content.getBoundingClientRect().height), "*");
}

if (parent !== window) new ResizeObserver(tell).observe(content);
