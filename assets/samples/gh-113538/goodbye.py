# /// sample
# feature = "gh-113538"
# title = "Close the connections of a server"
# order = 1
# note = "`close` only stops a server from listening. `close_clients`, new in 3.13, also closes the connections, so the client reads end of file."
# browser = "There are no sockets in the browser."
# recorded = ["3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0", "3.14.10", "3.15.2"]
# [expect]
# "3.8..3.12" = "AttributeError: 'Server' object has no attribute 'close_clients'"
# "3.13.." = "runs"
# [output]
# "3.13.." = "b''\n"
# ///

import asyncio


async def main():
    connected = asyncio.Event()

    async def serve(reader, writer):
        connected.set()
        await reader.read()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await connected.wait()
    server.close()
    server.close_clients()
    print(await reader.read())
    writer.close()


asyncio.run(main())
