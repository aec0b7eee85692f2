// Elements release their resources when they leave the page.

import assert from "node:assert/strict";
import { test } from "node:test";

class Node extends EventTarget {
  dataset = {};
  children = [];
  isConnected = false;
  getAttribute() {
    return null;
  }
  setAttribute() {}
  toggleAttribute() {}
  contains() {
    return false;
  }
  append() {}
  replaceChildren() {}
  querySelector() {
    return this.field;
  }
}
Object.assign(globalThis, {
  HTMLElement: Node,
  InputEvent: class extends Event {},
  document: { createElement: () => new Node() },
});
const { CodeEditor } = await import("../../assets/try/code-editor.ts");

// Waits until queued tasks are done.
const settled = () => new Promise((resolve) => setImmediate(resolve));

function editor() {
  const made = [];
  class Tested extends CodeEditor {
    async load() {
      return () => {
        const view = { isAlive: true, mark() {}, follow() {}, focus() {} };
        view.destroy = () => {
          view.isAlive = false;
        };
        made.push(view);
        return view;
      };
    }
  }
  const element = new Tested();
  element.field = { value: "" };
  return { element, made };
}

function connect(element) {
  element.isConnected = true;
  element.connectedCallback();
}

function disconnect(element) {
  element.isConnected = false;
  element.disconnectedCallback();
}

test("an editor ends with its element, and begins again with it", async () => {
  const { element, made } = editor();
  connect(element);
  element.dispatchEvent(new Event("pointerup"));
  await settled();
  assert.deepEqual(
    made.map(({ isAlive }) => isAlive),
    [true],
  );
  disconnect(element);
  await settled();
  assert.deepEqual(
    made.map(({ isAlive }) => isAlive),
    [false],
  );
  connect(element);
  assert.deepEqual(
    made.map(({ isAlive }) => isAlive),
    [false, true],
  );
});

test("an editor stays with an element that is moved", async () => {
  const { element, made } = editor();
  connect(element);
  element.dispatchEvent(new Event("pointerup"));
  await settled();
  disconnect(element);
  connect(element);
  await settled();
  assert.deepEqual(
    made.map(({ isAlive }) => isAlive),
    [true],
  );
});
