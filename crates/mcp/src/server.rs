//! The server. The entry point is [`serve`].

use crate::tools;
use lookup::Lookup;
use rmcp::handler::server::router::tool::ToolRouter;
use rmcp::handler::server::tool::ToolCallContext;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, Implementation, ListToolsResult,
    PaginatedRequestParams, ServerCapabilities, ServerConfig, Tool,
};
use rmcp::service::{RequestContext, ServerInitializeError};
use rmcp::transport::stdio;
use rmcp::{ErrorData, RoleServer, ServerHandler, ServiceExt};
use std::io;
use tokio::runtime::Builder;
use tokio::task::{JoinError, LocalSet};

/// What a client tells its model about the server.
const INSTRUCTIONS: &str = "\
What is new in Python, version by version, and whether it holds: every change from 3.0 on \
with its sources and repair, and every public name of the standard library from 3.6 on, \
surveyed in real interpreters. Ask `api` since when a name exists before using it, \
`explain` for an error or a warning, `upgrade` before moving to another version, `search` \
for anything else, and `change` for all about one result.";

/// Why the server ended early.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The runtime of its tasks cannot be started.
    #[error("the server cannot be started: {0}")]
    Runtime(#[from] io::Error),
    /// The client did not begin as the protocol demands.
    #[error(
        "no client has connected: {0}; standard input and output are for a client of the Model \
         Context Protocol"
    )]
    Client(#[from] Box<ServerInitializeError>),
    /// The task that serves it ended by itself.
    #[error("the server has stopped: {0}")]
    Task(#[from] JoinError),
}

/// Answers a client on standard input and output until it closes the input.
///
/// # Errors
///
/// If the runtime cannot be started, or the client does not speak the protocol.
pub fn serve(lookup: Lookup) -> Result<(), ServeError> {
    let server = Server {
        tools: tools::router(),
        lookup,
    };
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let result = LocalSet::new().block_on(&runtime, async {
        let running = server.serve(stdio()).await.map_err(Box::new)?;
        running.waiting().await?;
        Ok(())
    });
    // A read of standard input cannot be cancelled; nobody waits for it.
    runtime.shutdown_background();
    result
}

/// What the tools answer from.
pub(crate) struct Server {
    pub(crate) lookup: Lookup,
    tools: ToolRouter<Self>,
}

impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        let about = Implementation::new("whatsnew", env!("CARGO_PKG_VERSION"))
            .with_title("What's New in Python");
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(about)
            .with_instructions(INSTRUCTIONS)
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        Ok(ListToolsResult::with_all_items(self.tools.list_all()))
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let context = ToolCallContext::new(self, request, context);
        self.tools.call(context).await
    }

    fn get_tool(&self, name: &str) -> Option<Tool> {
        self.tools.get(name).cloned()
    }
}
