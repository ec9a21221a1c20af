using System.Reflection;
using System.Runtime.CompilerServices;
using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Architecture;

/// <summary>Messages are wire format: what was sent yesterday is read tomorrow, by others.</summary>
public sealed class ContractTests
{
    const string Namespace = "CourseGen.Contracts";

    static readonly IReadOnlyList<Type> Contracts =
        [.. typeof(ICourseMessage).Assembly.GetExportedTypes().Where(type => type is { IsEnum: false, IsInterface: false } && !IsStatic(type))];

    /// <summary>What another contract holds.</summary>
    static readonly HashSet<Type> Parts =
        [.. Contracts.SelectMany(type => type.GetProperties().Select(property => property.PropertyType)).SelectMany(type => type.GetGenericArguments().Append(type))];

    static readonly IReadOnlyList<Type> Messages = [.. Contracts.Where(type => type.Namespace == Namespace && IsMessage(type))];

    [Fact]
    public void Contracts_are_in_two_namespaces() =>
        Contracts.Where(type => type.Namespace is not (Namespace or $"{Namespace}.Documents")).ShouldBeEmpty();

    [Fact]
    public void Contracts_are_sealed_records() => Contracts.Where(type => !type.IsSealed || type.GetMethod("<Clone>$") is null).ShouldBeEmpty();

    [Fact]
    public void Contracts_cannot_be_changed() =>
        Contracts.SelectMany(type => type.GetProperties()).Where(property => IsSettable(property) || IsChangeable(property.PropertyType))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")
            .ShouldBeEmpty("use init or a positional parameter, and IReadOnlyList or IReadOnlyDictionary");

    [Fact]
    public void Contracts_have_no_fields() =>
        Contracts.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance)).ShouldBeEmpty();

    [Fact]
    public void Every_messages_name_on_the_wire_is_approved() =>
        Messages.Select(MessageUrn.ForTypeString).Order(StringComparer.Ordinal)
            .ShouldBe(Repository.Approved("wire-names.approved.txt"), ignoreOrder: false,
                "a message was added, removed or renamed: others may have it in their queues; approve it in wire-names.approved.txt");

    [Fact]
    public void Each_users_command_is_received_under_its_own_name()
    {
        var commands = Messages.Where(type => !typeof(ICourseMessage).IsAssignableFrom(type));
        var bodies = ProductAssemblies.All.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<MessageUrnAttribute>() is not null).ToList();

        bodies.Select(MessageUrn.ForTypeString).Order(StringComparer.Ordinal)
            .ShouldBe(commands.Select(MessageUrn.ForTypeString).Order(StringComparer.Ordinal));
        bodies.ShouldAllBe(body => $"urn:message:{body.GetCustomAttribute<EntityNameAttribute>()!.EntityName}" == MessageUrn.ForTypeString(body));
    }

    [Fact]
    public void Commands_and_events_of_work_say_what_course_they_are_about() =>
        Contracts.Where(type => type.GetProperty("CourseId") is not null && !typeof(ICourseMessage).IsAssignableFrom(type)).ShouldBeEmpty();

    /// <summary>A message says what course it is about, or is a user's command: a record that is part of no other.</summary>
    static bool IsMessage(Type type) => typeof(ICourseMessage).IsAssignableFrom(type) || !Parts.Contains(type);

    static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    static bool IsSettable(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    static bool IsChangeable(Type type) =>
        type.GetInterfaces().Append(type).Any(face => face is { IsGenericType: true } && face.GetGenericTypeDefinition() == typeof(ICollection<>));
}
