using MassTransit;
using MassTransit.Context;
using MassTransit.Transports;

namespace CourseGen.Sagas;

/// <summary>
/// Sends end when their token says so. The bus itself does not heed it while it opens a channel or declares an exchange, for which a
/// broker with a memory alarm lets it wait; what it sends too late comes twice.
/// </summary>
sealed class BoundedDelivery(ConsumeContext context) : ConsumeContextProxy(context)
{
    readonly ConsumeContext _context = context;

    public override async Task<ISendEndpoint> GetSendEndpoint(Uri address) => new Endpoint(await _context.GetSendEndpoint(address));

    sealed class Endpoint(ISendEndpoint endpoint) : SendEndpointProxy(endpoint)
    {
        public override Task Send<T>(T message, IPipe<SendContext> pipe, CancellationToken cancellationToken) =>
            base.Send(message, pipe, cancellationToken).WaitAsync(cancellationToken);

        protected override IPipe<SendContext<T>> GetPipeProxy<T>(IPipe<SendContext<T>>? pipe = null) => pipe ?? Pipe.Empty<SendContext<T>>();
    }
}
