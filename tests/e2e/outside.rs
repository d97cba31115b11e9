//! Everything outside this machine, as a browser sees it: a proxy of its own for each
//! session, which takes down what is asked for, and refuses it.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

const REFUSED: &[u8] =
    b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// A proxy that lives as long as this value.
pub struct Outside {
    pub port: u16,
    pub asked: Asked,
    task: JoinHandle<()>,
}

/// The addresses that were asked for, in order: `example.org:443`.
pub type Asked = Arc<Mutex<Vec<String>>>;

impl Outside {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Asked::default();
        let task = tokio::spawn(serve(listener, asked.clone()));
        Self { port, asked, task }
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(listener: TcpListener, asked: Asked) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(refuse(stream, asked.clone()));
    }
}

/// Reads "CONNECT example.org:443 HTTP/1.1" and the lines below it.
async fn refuse(mut stream: TcpStream, asked: Asked) -> Option<()> {
    let (reader, mut writer) = stream.split();
    let mut lines = BufReader::new(reader).lines();
    let first = lines.next_line().await.ok()??;
    let address = first.split(' ').nth(1)?.to_string();
    asked.lock().unwrap().push(address);
    while !lines.next_line().await.ok()??.is_empty() {}
    writer.write_all(REFUSED).await.ok()
}
