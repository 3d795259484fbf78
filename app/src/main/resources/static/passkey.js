// Makes a passkey and signs in with one (WebAuthn). The pages work without this file: password and code remain.
"use strict";

const encode = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replaceAll("=", "").replaceAll("+", "-").replaceAll("/", "_");
const decode = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

async function post(path, body) {
  const token = document.querySelector("input[name=_csrf]").value;
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.json();
}

const withBinaryIds = (credentials) => (credentials ?? []).map((one) => ({ ...one, id: decode(one.id) }));

async function make(label) {
  const options = await post("/webauthn/register/options");
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      user: { ...options.user, id: decode(options.user.id) },
      excludeCredentials: withBinaryIds(options.excludeCredentials),
    },
  });
  await post("/webauthn/register", {
    publicKey: {
      label,
      credential: {
        id: made.id,
        rawId: encode(made.rawId),
        type: made.type,
        response: {
          attestationObject: encode(made.response.attestationObject),
          clientDataJSON: encode(made.response.clientDataJSON),
          transports: made.response.getTransports(),
        },
        clientExtensionResults: made.getClientExtensionResults(),
        authenticatorAttachment: made.authenticatorAttachment,
      },
    },
  });
  location.assign("/me?passkey");
}

async function signIn() {
  const options = await post("/webauthn/authenticate/options");
  const given = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      allowCredentials: withBinaryIds(options.allowCredentials),
    },
  });
  const answer = await post("/login/webauthn", {
    id: given.id,
    rawId: encode(given.rawId),
    type: given.type,
    response: {
      authenticatorData: encode(given.response.authenticatorData),
      clientDataJSON: encode(given.response.clientDataJSON),
      signature: encode(given.response.signature),
      userHandle: given.response.userHandle ? encode(given.response.userHandle) : undefined,
    },
    clientExtensionResults: given.getClientExtensionResults(),
    authenticatorAttachment: given.authenticatorAttachment,
  });
  if (!answer.authenticated) {
    throw new Error("not signed in");
  }
  location.assign("/cases");
}

const place = document.getElementById("passkey");
if (place && window.PublicKeyCredential) {
  const failed = place.querySelector("[role=alert]");
  const attempt = async (work) => {
    failed.hidden = true;
    try {
      await work();
    } catch (error) {
      failed.hidden = false;
    }
  };
  place.hidden = false;
  const form = place.querySelector("form[data-makes]");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(() => make(form.elements.label.value));
  });
  place.querySelector("button[data-signs-in]")?.addEventListener("click", () => attempt(signIn));
}
