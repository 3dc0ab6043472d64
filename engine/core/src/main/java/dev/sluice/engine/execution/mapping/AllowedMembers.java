package dev.sluice.engine.execution.mapping;

import java.lang.reflect.Method;
import java.util.Iterator;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.Uberspect;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;
import org.jspecify.annotations.Nullable;

/**
 * Velocity's way to the members of objects, closed: it knows lists to walk and maps and lists to set, and never
 * reflects. Calls and reads do not come here at all, see {@link BoundedNodes}.
 */
public final class AllowedMembers implements Uberspect {
    @Override
    public void init() {}

    @Override
    public @Nullable Iterator<?> getIterator(@Nullable Object value, Info info) {
        return Members.iterator(value);
    }

    @Override
    public @Nullable VelPropertyGet getPropertyGet(Object target, String name, Info info) {
        return null;
    }

    @Override
    public @Nullable VelPropertySet getPropertySet(Object target, String name, Object value, Info info) {
        return new SetProperty(name);
    }

    /** The only methods that Velocity itself asks for: {@code set} and {@code size}, of {@code $list[-1] = x}. */
    @Override
    public @Nullable VelMethod getMethod(Object target, String name, Object[] arguments, Info info) {
        return switch (name) {
            case "set" -> new SetElement();
            case "size" -> new Size();
            default -> null;
        };
    }

    private record SetProperty(String name) implements VelPropertySet {
        @Override
        public @Nullable Object invoke(Object target, Object value) {
            return Members.setProperty(target, name, value);
        }

        @Override
        public boolean isCacheable() {
            return false;
        }

        @Override
        public String getMethodName() {
            return "put";
        }
    }

    private record SetElement() implements VelMethod {
        @Override
        public Object invoke(Object target, Object[] arguments) {
            return Members.setElement(target, arguments[0], arguments[1]);
        }

        @Override
        public boolean isCacheable() {
            return false;
        }

        @Override
        public String getMethodName() {
            return "set";
        }

        @Override
        public @Nullable Method getMethod() {
            return null;
        }

        @Override
        public Class<?> getReturnType() {
            return Object.class;
        }
    }

    /** 0, so that a negative index reaches {@link Members#setElement} as it was written. */
    private record Size() implements VelMethod {
        @Override
        public Object invoke(Object target, Object[] arguments) {
            return 0;
        }

        @Override
        public boolean isCacheable() {
            return false;
        }

        @Override
        public String getMethodName() {
            return "size";
        }

        @Override
        public @Nullable Method getMethod() {
            return null;
        }

        @Override
        public Class<?> getReturnType() {
            return Integer.class;
        }
    }
}
