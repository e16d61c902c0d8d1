//! A real browser without a screen, spoken to over its DevTools protocol.
//!
//! ```text
//! let mut page = Browser::start().open(&path);
//! assert_eq!(page.value("document.title"), "…");
//! ```

use std::io::{BufRead as _, BufReader};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// Chromium, as it is called here and there.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// It ends when it is let go.
pub struct Browser {
    process: Child,
    socket: WebSocket<TcpStream>,
    number: u64,
    session: Option<String>,
    /// What the browser told unasked: each `{method, params}`.
    pub told: Vec<Value>,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// With a profile of its own, so that nobody's settings and pages play along.
    pub fn start() -> Self {
        let profile = tempfile::tempdir().unwrap();
        let mut process = NAMES.iter().find_map(|name| start(name, profile.path())).unwrap_or_else(|| {
            panic!("This test opens the page in Chromium, which is not there. Install it: apt-get install --no-install-recommends chromium")
        });
        let lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let mut address = None;
        let mut said = Vec::new();
        for line in lines.map_while(Result::ok) {
            address = line
                .strip_prefix("DevTools listening on ")
                .map(str::to_owned);
            said.push(line);
            if address.is_some() {
                break;
            }
        }
        let address =
            address.unwrap_or_else(|| panic!("Chromium did not start:\n{}", said.join("\n")));
        let host = address
            .trim_start_matches("ws://")
            .split('/')
            .next()
            .unwrap()
            .to_owned();
        let stream = TcpStream::connect(host).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .unwrap();
        let (socket, _) = tungstenite::client(&address, stream).unwrap();
        Self {
            process,
            socket,
            number: 0,
            session: None,
            told: Vec::new(),
            _profile: profile,
        }
    }

    /// Opens a file as a page, with everything that it says and fetches told from its first moment
    /// on.
    pub fn open(mut self, file: &Path) -> Self {
        let target = self.asks("Target.createTarget", json!({ "url": "about:blank" }));
        let attached = self.asks(
            "Target.attachToTarget",
            json!({ "targetId": target["targetId"], "flatten": true }),
        );
        self.session = Some(attached["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Log", "Network", "DOM", "Accessibility"] {
            self.asks(&format!("{domain}.enable"), json!({}));
        }
        self.asks(
            "Page.navigate",
            json!({ "url": format!("file://{}", file.display()) }),
        );
        while !self
            .told
            .iter()
            .any(|event| event["method"] == "Page.loadEventFired")
        {
            self.listens();
        }
        self
    }

    /// What an expression of JavaScript is on the page. The tools may run it; the page itself may
    /// not.
    pub fn value(&mut self, expression: &str) -> Value {
        let answer = self.asks(
            "Runtime.evaluate",
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true }),
        );
        assert!(
            answer.get("exceptionDetails").is_none(),
            "{expression}: {answer}"
        );
        answer["result"]["value"].clone()
    }

    /// Presses a key and lets it go.
    pub fn presses(&mut self, key: &str, code: u32) {
        for kind in ["rawKeyDown", "keyUp"] {
            self.asks(
                "Input.dispatchKeyEvent",
                json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code }),
            );
        }
    }

    /// Asks for something and waits for the answer; a refusal fails the test.
    pub fn asks(&mut self, method: &str, params: Value) -> Value {
        self.number += 1;
        let mut message = json!({ "id": self.number, "method": method, "params": params });
        if let Some(session) = &self.session {
            message["sessionId"] = session.as_str().into();
        }
        self.socket
            .send(Message::text(message.to_string()))
            .unwrap();
        loop {
            let heard = self.hears();
            if heard["id"] == self.number {
                assert!(heard.get("error").is_none(), "{method}: {heard}");
                return heard["result"].clone();
            }
            self.told.push(heard);
        }
    }

    fn listens(&mut self) {
        let heard = self.hears();
        self.told.push(heard);
    }

    fn hears(&mut self) -> Value {
        loop {
            if let Message::Text(text) = self.socket.read().unwrap() {
                return serde_json::from_str(&text).unwrap();
            }
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn start(name: &str, profile: &Path) -> Option<Child> {
    let mut command = Command::new(name);
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
    ]);
    command.args([
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--remote-debugging-port=0",
    ]);
    command
        .arg(format!("--user-data-dir={}", profile.display()))
        .env("HOME", profile);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .ok()
}
